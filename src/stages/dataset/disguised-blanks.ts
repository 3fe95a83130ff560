import type { TextCount } from './column-profile.ts';
import type { QualityColumn, QualityFinding } from './quality-types.ts';
import { isBlank } from './values/index.ts';

const shown = 5;
/** A word with this share of the values that stands beside empty cells is a value with a name. */
const namedShare = 0.1;
const filler = /^(.)\1{2,}$|^(?:test|prueba|prova|asdf|qwerty|dummy|foo|123|1234|12345)$/i;

/**
 * Texts that are kept as values but probably mean that nothing is known (`Unknown`, `None`, `xxx`, `9999`); null
 * when there are none. Only a person can say: `None` may be an answer. A word such as `unknown` that is common where
 * other cells are left empty is none: whoever filled in the column told the two apart.
 */
export function disguisedBlanks(column: QualityColumn): QualityFinding | null {
  const { table, field, values, of } = column;
  const found = values.filter((each) => filler.test(each.value.trim()) || isLikelyBlank(each, column));
  if (found.length === 0) return null;
  const count = found.reduce((sum, each) => sum + each.count, 0);
  const examples = found.slice(0, shown).map(({ value, count: rows }) => `\`${value}\` (${rows})`);
  const message = `${count} of ${of} values of \`${field}\` may mean that nothing is known; they count as values until you empty them`;
  const said = {
    code: 'disguised-blanks',
    params: { count, of, field },
    examples: found.slice(0, shown).map(({ value, count: rows }) => ({ value, rows })),
  };
  return { kind: 'disguised-blanks', table, field, count, of, examples, said, message, fix: null };
}

function isLikelyBlank({ value, count }: TextCount, { of, leftEmpty = 0 }: QualityColumn): boolean {
  const isNamed = leftEmpty > 0 && count >= namedShare * of;
  return isBlank(value, 'likely') && !isNamed;
}
