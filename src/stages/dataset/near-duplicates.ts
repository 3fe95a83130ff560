import { groupSpellings } from './group-spellings.ts';
import { knownWords } from './known-words.ts';
import type { QualityColumn, QualityFinding } from './quality-types.ts';

const shown = 5;

/**
 * Values of a category that are probably one value in several spellings; null when there are none. They split what
 * belongs together and hide patterns.
 */
export function nearDuplicates({ table, field, values, of }: QualityColumn): QualityFinding | null {
  const groups = groupSpellings(values, knownWords(field));
  const rare = groups.flatMap(({ spellings }) => spellings.slice(1));
  if (rare.length === 0) return null;
  const count = rare.reduce((sum, each) => sum + each.count, 0);
  const examples = groups.slice(0, shown).map(({ suggested, spellings }) => {
    const others = spellings.slice(1).map(({ value, count: rows }) => `\`${value}\` (${rows})`);
    const most = spellings[0]?.count ?? 0;
    return `${others.join(', ')} is probably \`${suggested}\`${most === 0 ? '' : ` (${most})`}`;
  });
  const message = `${groups.length} ${groups.length === 1 ? 'value' : 'values'} of \`${field}\` in several spellings: correct them in the source and import it again`;
  const said = {
    code: 'near-duplicates',
    params: { count: groups.length, field },
    examples: groups.slice(0, shown).map(({ suggested, spellings }) => ({
      others: spellings.slice(1).map(({ value }) => value),
      suggested,
    })),
  };
  return { kind: 'near-duplicates', table, field, count, of, examples, said, message, fix: null };
}
