import type { CurrencyRates, RatesResult } from '../../../app/set-rates.ts';
import { plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

const shown = 5;
const figures = new Intl.NumberFormat('en', { maximumSignificantDigits: 5 });

/** What the rates say, in a sentence that shows one that is upside down, and what they converted. */
export function ratesText(result: RatesResult, { width }: TextStyle): string {
  if (result.commit === null) return 'Nothing changed: it was so already.';
  const notes = result.notes.map((note) => wrapText(`Note: ${note}`, width, '  '));
  const done = `Snapshot ${result.snapshot}. \`bestfit undo\` takes it back.`;
  if (result.base === null)
    return ['No rates any more: sums are as their files gave them.', ...notes, done].join('\n');
  return [
    wrapText(rateLine(result, result.base), width, '  '),
    ...result.fields.map((field) => wrapText(fieldLine(field), width, '    ')),
    ...(result.fields.length === 0 ? ['  No sum is in another currency yet.'] : []),
    ...notes,
    done,
  ].join('\n');
}

function rateLine({ currencies }: RatesResult, base: string): string {
  const examples = currencies.slice(0, shown).map((each) => rateWords(each, base));
  const more = currencies.length - examples.length;
  const rest = more > 0 ? [`and ${more} more`] : [];
  return `Rates of ${plural(currencies.length, 'currency', 'currencies')}: ${[...examples, ...rest].join('; ')}. Upside down? Add \`--per-base\`, or leave it out.`;
}

function rateWords({ currency, rate, first, last }: CurrencyRates, base: string): string {
  return `1 ${currency} = ${figures.format(rate)} ${base} (${last}; from ${first} on)`;
}

function fieldLine({ table, field, to, converted, left, rates }: RatesResult['fields'][number]): string {
  const others =
    left === 0 ? '' : `; ${plural(left, 'sum')} without a rate stay${left === 1 ? 's' : ''} unknown`;
  return `  ${table}.${field}: ${plural(converted, 'sum')} converted into ${to} by rates of ${rates.first} to ${rates.last}${others}`;
}
