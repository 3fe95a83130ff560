import type { QualityColumn, QualityFinding } from './quality-types.ts';
import { isBlank } from './values/index.ts';

const shown = 5;
const filler = /^(.)\1{2,}$|^(?:test|prueba|prova|asdf|qwerty|dummy|foo|123|1234|12345)$/i;

/**
 * Texts that are kept as values but probably mean that nothing is known (`Unknown`, `None`, `xxx`, `9999`); null
 * when there are none. Only a person can say: `None` may be an answer.
 */
export function disguisedBlanks({ table, field, values, of }: QualityColumn): QualityFinding | null {
  const found = values.filter(({ value }) => isBlank(value, 'likely') || filler.test(value.trim()));
  if (found.length === 0) return null;
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const examples = found.slice(0, shown).map(({ value, count: rows }) => `\`${value}\` (${rows})`);
  const message = `${count} of ${of} values of \`${field}\` may mean that nothing is known; they count as values until you empty them`;
  return { kind: 'disguised-blanks', table, field, count, of, examples, message, fix: null };
}
