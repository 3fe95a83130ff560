import type { ColumnProfile } from './column-profile.ts';
import type { ColumnMapping } from './types.ts';

/**
 * Lets date columns that read both ways follow the other columns of their file; where none decides they are read
 * day first, and ask.
 */
export function settleDateOrders(
  mappings: readonly ColumnMapping[],
  profiles: readonly ColumnProfile[],
): readonly ColumnMapping[] {
  const total = { dmy: 0, mdy: 0 };
  for (const { dates } of profiles) {
    total.dmy += dates.dmy;
    total.mdy += dates.mdy;
  }
  const others = total.dmy + total.mdy === 0 ? null : total.dmy >= total.mdy ? 'dmy' : 'mdy';
  return mappings.map((mapping) => {
    const profile = profiles.find(({ header }) => header === mapping.column);
    if (profile === undefined || mapping.ignored || !isUndecided(mapping, profile)) return mapping;
    if (others !== null) return withOrder(mapping, others);
    const example = profile.examples[0] ?? '';
    const asks = `Do the dates of \`${mapping.column}\` begin with the day? \`${example}\` is read so.`;
    return { ...mapping, asks: mapping.asks ?? asks };
  });
}

function isUndecided(mapping: ColumnMapping, { dates }: ColumnProfile): boolean {
  const open = dates.either > 0 && dates.dmy + dates.mdy === 0;
  return (
    mapping.kind === 'date' && mapping.decidedBy === 'guessed' && open && mapping.format.dateOrder === 'dmy'
  );
}

function withOrder(mapping: ColumnMapping, dateOrder: 'dmy' | 'mdy'): ColumnMapping {
  const words = dateOrder === 'dmy' ? 'day' : 'month';
  const why = `${mapping.why}; ${words} first, as the other dates of the file`;
  return { ...mapping, format: { ...mapping.format, dateOrder }, why };
}
