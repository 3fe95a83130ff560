import { chooseKind } from './choose-kind.ts';
import type { ColumnProfile, ReadText, TextCount } from './column-profile.ts';
import { decideDateOrder } from './decide-date-order.ts';
import { decideDecimal } from './decide-decimal.ts';
import { findSeparator } from './find-separator.ts';
import { measureShares, PLAIN } from './measure-shares.ts';
import { readHeader } from './read-header.ts';
import type { ValueFormat } from './types.ts';
import { dateDamage, isBlank, normalizeDomain, parseOutcome, plainText, readBand } from './values/index.ts';

const examplesShown = 5;

/**
 * Says what one column holds from its distinct texts with their counts (all of them, or a sample of rows): what it
 * can be read as, how its numbers, dates and money are written, and where its evidence contradicts itself.
 *
 * @example
 * profileColumn('Umsatz (T€)', [{ value: '1.200', count: 1 }, { value: '850,5', count: 1 }], 2).format;
 * // { decimal: ',', dateOrder: null, currency: 'EUR', scale: 1000, separator: null, blanks: [] }
 */
export function profileColumn(header: string, values: readonly TextCount[], total: number): ColumnProfile {
  const name = readHeader(header);
  const held = values.filter(({ value }) => !isBlank(value, 'sure'));
  const likelyBlanks = held.filter(({ value }) => isBlank(value, 'likely'));
  const sound = held.filter(({ value }) => !isBlank(value, 'likely'));
  const read = sound.map((each) => ({ ...each, amount: readBand(each.value, PLAIN) }));
  const decimal = decideDecimal(read);
  const dates = decideDateOrder(sound, name.dateOrder);
  const currency = name.currency ?? onlyCurrency(read);
  const separator = findSeparator(name.words, sound);
  const marks = { decimal: decimal.decimal, currency, scale: name.scale, separator, blanks: [] };
  const format: ValueFormat = { ...marks, dateOrder: dates.order };
  const shares = measureShares(read, format);
  const filled = rows(held);
  const choice = chooseKind({ header: name, values: sound, filled: rows(sound), shares, format });
  const settled = { ...format, ...(shares.date < 0.5 && shares.serial < 0.5 ? { dateOrder: null } : {}) };
  return {
    header,
    total,
    filled,
    distinct: held.length,
    unique: held.length > 0 && held.every(({ count }) => count === 1),
    kind: choice.kind,
    format: { ...settled, blanks: blanksFor(sound, likelyBlanks, shares.country) },
    unit: choice.kind === 'money' ? settled.currency : (name.unit ?? (shares.percent >= 0.5 ? '%' : null)),
    shares,
    domains: new Set(sound.map(({ value }) => normalizeDomain(value)).filter((domain) => domain !== null))
      .size,
    outcomes: outcomesOf(sound),
    dates: dates.evidence,
    likelyBlanks,
    examples: commonest(held).map(({ value }) => value),
    conflicts: [
      shares.number > 0.5 || shares.money > 0.5 ? decimal.conflict : null,
      dates.conflict,
      shares.band < 0.3 ? null : damagedBands(sound),
    ].filter((conflict) => conflict !== null),
    notes: [decimal.note, choice.note].filter((note) => note !== null),
  };
}

function rows(values: readonly TextCount[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}

function commonest(values: readonly TextCount[]): readonly TextCount[] {
  return [...values].sort((a, b) => b.count - a.count).slice(0, examplesShown);
}

function onlyCurrency(values: readonly ReadText[]): string | null {
  const found = new Set<string | null>();
  for (const { amount } of values) {
    for (const end of amount?.ends ?? []) {
      if (end.currency !== undefined) found.add(end.currency);
    }
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** `NA` is a country only among two-letter codes. */
function blanksFor(
  sound: readonly TextCount[],
  likely: readonly TextCount[],
  countries: number,
): readonly string[] {
  const codes = sound.filter(({ value }) => /^[A-Z]{2}$/.test(value.trim()));
  if (countries < 0.5 || rows(codes) >= rows(sound) / 2) return [];
  return [...new Set(likely.map(({ value }) => plainText(value)))];
}

function outcomesOf(values: readonly TextCount[]): ColumnProfile['outcomes'] {
  const outcomes = { won: 0, lost: 0, open: 0 };
  for (const { value, count } of values) {
    const end = parseOutcome(value, { stage: false });
    if (end.kind === 'value') outcomes[end.value] += count;
  }
  return outcomes;
}

function damagedBands(values: readonly TextCount[]): string | null {
  const damaged = values.filter(({ value }) => dateDamage(value) !== null);
  const [first] = damaged;
  if (first === undefined) return null;
  return `${rows(damaged)} values such as \`${first.value}\`: ${dateDamage(first.value)}`;
}
