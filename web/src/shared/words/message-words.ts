import { type Budget, budgetWords } from './budget-words.ts';
import { conditionWords } from './condition-words.ts';
import { dateWords } from './date-words.ts';
import { listWords } from './list-words.ts';
import { moneyWords } from './money-words.ts';
import type { Message, MessageParam, Speech } from './types.ts';

/**
 * A sentence of the API in the language of `speech`: the entry of its code in a catalogue, filled with what it holds.
 * Figures come as the language writes them (`count` stays a figure, by which the plural is chosen), days as dates,
 * conditions and lists in words.
 *
 * @param place where the entries of this kind stand, `lint:message`
 *
 * @example
 * messageWords(speech, 'lint:message', { code: 'few-figures', params: { count: 1, needed: 3 } });
 */
export function messageWords(speech: Speech, place: string, { code, params }: Message): string {
  const values = Object.entries(params).map(([name, value]) => [
    name,
    name === 'count' ? value : paramWords(speech, place, value),
  ]);
  return speech.t(`${place}.${code}`, Object.fromEntries(values));
}

function paramWords(speech: Speech, place: string, value: MessageParam): string {
  if (value === null) return speech.t('conditions:open');
  if (typeof value === 'boolean') return speech.t(value ? 'conditions:yes' : 'conditions:no');
  if (typeof value === 'number')
    return new Intl.NumberFormat(speech.language, { maximumFractionDigits: 6 }).format(value);
  if (typeof value === 'string') return dateWords(speech.language, value);
  if (isList(value))
    return listWords(
      speech.language,
      value.map((each) => paramWords(speech, place, each)),
    );
  return 'op' in value ? conditionWords(speech, value) : nestedWords(speech, place, value);
}

function nestedWords(speech: Speech, place: string, message: Message): string {
  const { code, params } = message;
  if (code === 'budget') return budgetWords(speech, params as unknown as Budget) ?? '';
  if (code === 'market-size')
    return moneyWords(
      speech.language,
      { amount: Number(params.value), currency: params.currency as string | null },
      { short: true },
    );
  return messageWords(speech, `${place.split(':')[0]}:part`, message);
}

function isList(value: MessageParam): value is readonly MessageParam[] {
  return Array.isArray(value);
}
