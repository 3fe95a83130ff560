import type { Condition } from '../../base/expr/index.ts';
import type { Field, FieldKind } from '../dataset/index.ts';

const counted: readonly FieldKind[] = ['number', 'money', 'year'];

const askable: Readonly<Partial<Record<Condition['op'], readonly FieldKind[]>>> = {
  window: counted,
  growth: counted,
  age: ['date'],
};

const holds: Readonly<Record<FieldKind, string>> = {
  category: 'words',
  text: 'words',
  set: 'words',
  boolean: 'yes or no',
  date: 'dates',
  number: 'numbers',
  money: 'sums',
  year: 'years',
};

/** Why a field can never answer a condition, in words: a window needs numbers, an age a date; null when it can. */
export function kindGap({ op }: Condition, { name, kind }: Pick<Field, 'name' | 'kind'>): string | null {
  const kinds = askable[op];
  if (kinds === undefined || kinds.includes(kind)) return null;
  return `\`${name}\` holds ${holds[kind]}, which ${op === 'age' ? 'have no age' : 'are not counted'}: no account could match.`;
}
