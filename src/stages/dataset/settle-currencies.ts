import type { ColumnProfile } from './column-profile.ts';
import { readHeader } from './read-header.ts';
import type { ColumnMapping } from './types.ts';
import { isCurrencyCode } from './values/index.ts';

const header =
  /^(?:\w+ )*(?:currency|currencies|currency iso code|currency code|moneda|divisa|valuta|moeda|devise|wahrung)(?: (?:code|iso code|of \w+(?: \w+)*))?$/;

/**
 * Reads a column of currency codes together with the sums it is about: one code for all rows is the currency of
 * every sum without one; several codes are kept as `f_currency` of the file's only sum `f`.
 */
export function settleCurrencies(
  mappings: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): readonly ColumnMapping[] {
  const codes = mappings.find((mapping) => isCodes(mapping, profiles));
  const sums = mappings.filter(
    ({ kind, format, ignored }) => kind === 'money' && format.currency === null && !ignored,
  );
  const [sum] = sums;
  if (codes === undefined || sum === undefined) return mappings;
  const examples = profiles.find((profile) => profile.header === codes.column)?.examples ?? [];
  const [code = ''] = examples;
  if (examples.length === 1) {
    return mappings.map((mapping) =>
      mapping === codes
        ? { ...mapping, ignored: true, asks: null, why: `all sums are in ${code}` }
        : sums.includes(mapping)
          ? { ...mapping, format: { ...mapping.format, currency: code.trim() }, unit: code.trim() }
          : mapping,
    );
  }
  if (sums.length > 1) return mappings;
  const field = `${sum.field}_currency`;
  const why = `the currency of \`${sum.column}\`, row by row`;
  return mappings.map((mapping) =>
    mapping === codes ? { ...mapping, table: sum.table, field, asks: null, why } : mapping,
  );
}

function isCodes(mapping: ColumnMapping, profiles: readonly ColumnProfile[]): boolean {
  if (!mapping.custom || mapping.ignored || mapping.decidedBy !== 'guessed') return false;
  const examples = profiles.find((profile) => profile.header === mapping.column)?.examples ?? [];
  const { words } = readHeader(mapping.column);
  return header.test(words) && examples.length > 0 && examples.every((text) => isCurrencyCode(text.trim()));
}
