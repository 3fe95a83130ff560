import { BestfitError } from '../../base/errors/index.ts';
import type { Field } from '../../stages/dataset/index.ts';
import type { FieldDecision, Spelling } from './types.ts';

/** Refuses a decision that does not fit the field: `usage.bad-option`. */
export function checkDecision(field: Field, { merge = [], currency, label }: FieldDecision): void {
  if (merge.length > 0) checkMerge(field, merge);
  if (currency !== undefined) checkCurrency(field, currency);
  if (label !== undefined && label.trim() === '')
    throw refusal('--label', label, 'a text to show for the field');
}

function checkMerge({ name, kind }: Field, merge: readonly Spelling[]): void {
  const [first] = merge;
  const shown = first === undefined ? '' : written(first);
  const words = kind === 'category' || kind === 'text';
  if (!words || name.endsWith('_id')) {
    throw refusal(
      '--merge',
      shown,
      `the values of a category; \`${name}\` is ${name.endsWith('_id') ? 'an id' : `a ${kind}`}`,
    );
  }
  for (const spelling of merge) {
    const others = merge.filter((other) => other !== spelling);
    const twice = others.some(({ from }) => from === spelling.from || from === spelling.to);
    if (twice || spelling.from === spelling.to) {
      throw refusal('--merge', written(spelling), 'OLD=NEW, each OLD once and no NEW that is merged itself');
    }
  }
}

function checkCurrency({ name, kind }: Field, currency: string): void {
  if (kind !== 'money') throw refusal('--currency', currency, `a field of sums; \`${name}\` is a ${kind}`);
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    throw refusal('--currency', currency, 'the code of a currency, such as EUR');
  }
}

function written({ from, to }: Spelling): string {
  return `${from}=${to}`;
}

function refusal(option: string, value: string, expected: string): BestfitError {
  return new BestfitError('usage.bad-option', { option, value, expected });
}
