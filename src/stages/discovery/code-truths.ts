import type { Condition } from '../../base/expr/index.ts';
import { aboutField, type FieldAbout } from './field-about.ts';
import type { CandidateField } from './types.ts';

/**
 * A candidate field of yes, no and unknown: a boolean column, a tool used or lacked, a signal seen.
 *
 * @param values null is unknown.
 * @param about the conditions for yes and for no; a signal has none for no, which then is never put into words.
 */
export function codeTruths(
  values: readonly (boolean | null)[],
  about: Omit<FieldAbout, 'column'> & {
    readonly kind: 'boolean' | 'tool' | 'signal';
    readonly yes: Condition;
    readonly no: Condition | null;
  },
): CandidateField {
  const { kind, yes, no } = about;
  return {
    ...aboutField({ ...about, column: about.id }),
    kind,
    ordered: false,
    codes: Int32Array.from(values, (value) => (value === null ? -1 : Number(value))),
    levels: [
      { label: 'no', low: null, high: null, nameable: no !== null },
      { label: 'yes', low: null, high: null, nameable: true },
    ],
    condition: ([level]) => (level === 0 && no !== null ? no : yes),
  };
}
