import type { ColumnMapping } from './types.ts';

/**
 * A set with its elements as a person had them written, each once; null when none is left.
 *
 * @example
 * respellSet(['CRM', 'crm'], [{ from: 'crm', to: 'CRM' }]); // ['CRM']
 */
export function respellSet(
  elements: readonly string[],
  spellings: NonNullable<ColumnMapping['spellings']>,
): readonly string[] | null {
  const kept = new Map<string, string>();
  for (const element of elements) {
    const written = spellings.reduce<string | null>(
      (last, { from, to }) => (last === from ? to : last),
      element,
    );
    const key = written?.toLowerCase();
    if (written !== null && key !== undefined && !kept.has(key)) kept.set(key, written);
  }
  return kept.size === 0 ? null : [...kept.values()];
}
