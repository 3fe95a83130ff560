import { durationWords, withinWords } from './duration-words.ts';
import { listWords } from './list-words.ts';
import { numberWords } from './number-words.ts';
import { signalWords } from './signal-words.ts';
import type { Condition, Speech, Tool } from './types.ts';
import { valueWords } from './value-words.ts';

type Of<Op extends Condition['op']> = Extract<Condition, { op: Op }>;

/**
 * A condition in words for people, in the language of `speech`.
 *
 * @example
 * conditionWords(english, { op: 'window', field: 'employees', low: 20, high: 120, currency: null });
 * // 'employees 20–120'
 */
export function conditionWords(speech: Speech, condition: Condition): string {
  switch (condition.op) {
    case 'any':
    case 'none':
      return memberWords(speech, condition);
    case 'window':
      return windowWords(speech, condition);
    case 'age':
      return ageWords(speech, condition);
    case 'growth':
      return growthWords(speech, condition);
    case 'uses':
    case 'lacks':
      return toolWords(speech, condition.tool, condition.op);
    case 'signal':
      return signalWords(speech, condition.signal);
    case 'all':
      return condition.conditions
        .map((part) => conditionWords(speech, part))
        .join(speech.t('conditions:and'));
  }
}

function memberWords(speech: Speech, { op, field, values }: Of<'any' | 'none'>): string {
  const words = valueWords(speech, field, values);
  const key = op === 'any' ? 'any' : words.length === 1 ? 'not' : 'none';
  const listed = listWords(speech.language, words, op === 'any' ? 'or' : 'and');
  return speech.t(`conditions:${key}`, { field: speech.labelOf(field), values: listed });
}

function windowWords({ t, language, labelOf }: Speech, { field, low, high, currency }: Of<'window'>): string {
  const number = (value: number) => numberWords(language, value);
  const sum = (value: number) => (currency === null ? number(value) : `${number(value)} ${currency}`);
  const name = labelOf(field);
  if (low === null)
    return high === null
      ? t('conditions:known', { field: name })
      : t('conditions:max', { field: name, high: sum(high) });
  if (high === null) return t('conditions:min', { field: name, low: sum(low) });
  if (low === high) return t('conditions:exactly', { field: name, value: sum(low) });
  const key = low < 0 ? 'from-to' : 'between';
  return t(`conditions:${key}`, { field: name, low: number(low), high: sum(high) });
}

function ageWords(speech: Speech, { field, min, max }: Of<'age'>): string {
  const { t } = speech;
  const name = speech.labelOf(field);
  if (min !== null && max !== null) {
    const [from, to] = [min, max].map((each) => durationWords(speech, each));
    return t('conditions:age-between', { field: name, from, to });
  }
  if (min !== null) return t('conditions:age-min', { field: name, age: durationWords(speech, min) });
  return max === null
    ? t('conditions:known', { field: name })
    : t('conditions:age-max', { field: name, within: withinWords(speech, max) });
}

function growthWords(speech: Speech, { field, min, over }: Of<'growth'>): string {
  const key = min > 0 ? 'grew' : min === 0 ? 'did-not-shrink' : 'shrank';
  const percent = new Intl.NumberFormat(speech.language, { style: 'percent', maximumFractionDigits: 4 });
  return speech.t(`conditions:${key}`, {
    field: speech.labelOf(field),
    percent: percent.format(Math.abs(min)),
    over: durationWords(speech, over),
  });
}

function toolWords(
  speech: Speech,
  { technology, category, firstSeenWithin }: Tool,
  op: 'uses' | 'lacks',
): string {
  const { t } = speech;
  const tool =
    technology === null ? (category ?? '') : category === null ? technology : `${technology} (${category})`;
  if (firstSeenWithin !== null) {
    const key = op === 'uses' ? 'rollout' : 'no-rollout';
    return t(`conditions:${key}`, { tool, within: withinWords(speech, firstSeenWithin) });
  }
  if (op === 'lacks') return t('conditions:lacks', { tool });
  if (technology !== null) return t('conditions:uses', { tool });
  return t(/^[aeiou]/i.test(tool) ? 'conditions:uses-an' : 'conditions:uses-a', { tool });
}
