import { BestfitError } from '../../base/errors/index.ts';
import { isDate } from '../../base/expr/index.ts';
import { type Field, writeAbsence } from '../../stages/dataset/index.ts';
import { isShared } from './sharings-of.ts';
import type { FieldDecision, Spelling } from './types.ts';

/** Refuses a decision that does not fit the field: `usage.bad-option`. */
export function checkDecision(field: Field, decision: FieldDecision): void {
  const { merge = [], currency, label, absent = [], from } = decision;
  checkRules(field, decision);
  if (merge.length > 0) checkMerge(field, merge);
  const [said] = absent;
  if (said !== undefined && (field.table !== 'deals' || field.name !== 'outcome'))
    throw refusal('--absent', writeAbsence(said.value), 'the field `outcome` of the deals');
  checkSharing(field, decision);
  if (from !== undefined) checkSources(field, from);
  if (currency !== undefined) checkCurrency(field, currency);
  if (label !== undefined && label.trim() === '')
    throw refusal('--label', label, 'a text to show for the field');
}

function checkSharing(field: Field, { one = [], apart = [] }: FieldDecision): void {
  const [value] = [...one, ...apart];
  if (value === undefined) return;
  const option = one.length > 0 ? '--one' : '--apart';
  if (!isShared(field)) throw refusal(option, value, 'the field `domain` or `name` of the accounts');
  const both = one.find((each) => apart.includes(each));
  if (both !== undefined) throw refusal('--apart', both, 'a value that `--one` does not name too');
}

function checkSources({ name, sources }: Field, from: readonly string[]): void {
  const wrong = from.find((source, at) => !sources.includes(source) || from.indexOf(source) !== at);
  if (wrong === undefined) return;
  throw refusal('--from', wrong, `a file that fills \`${name}\`, each once: ${sources.join(', ')}`);
}

function checkMerge({ name, kind }: Field, merge: readonly Spelling[]): void {
  const [first] = merge;
  const shown = first === undefined ? '' : written(first);
  const words = kind === 'category' || kind === 'text' || kind === 'set';
  if (!words || name.endsWith('_id')) {
    throw refusal(
      '--merge',
      shown,
      `the values of a category or a set; \`${name}\` is ${name.endsWith('_id') ? 'an id' : `a ${kind}`}`,
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

const ordered: readonly Field['kind'][] = ['number', 'money', 'year', 'date'];

function checkRules({ name, kind, sources }: Field, decision: FieldDecision): void {
  const { between, unknown, times, source } = decision;
  if (source !== undefined && !sources.includes(source))
    throw refusal('--source', source, `a file that fills \`${name}\`: ${sources.join(', ')}`);
  const isOrdered = ordered.includes(kind);
  const instead = `a field of numbers or dates; \`${name}\` is a ${kind}`;
  const values = [...Object.values(between ?? {}), ...(unknown ?? [])].filter((value) => value !== null);
  const [option, shown] =
    between === undefined ? ['--unknown', unknown?.join(', ')] : ['--between', values.join('..')];
  if (values.length > 0 && !isOrdered)
    throw refusal(option, shown ?? '', kind === 'category' ? `${instead}: use --merge "VALUE="` : instead);
  const misfit = values.find((value) =>
    kind === 'date' ? !isDate(String(value)) : typeof value !== 'number',
  );
  if (misfit !== undefined)
    throw refusal(option, String(misfit), kind === 'date' ? 'a day as YYYY-MM-DD' : 'a number');
  if (times !== undefined && kind !== 'number' && kind !== 'money')
    throw refusal('--times', String(times), `a field of numbers; \`${name}\` is a ${kind}`);
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
