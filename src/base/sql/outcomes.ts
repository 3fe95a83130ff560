import type { Truth } from '../expr/index.ts';
import { isNull } from './comparisons.ts';
import { boolean, nullOf } from './literals.ts';
import { and, caseWhen, when } from './logic.ts';
import type { SqlExpr } from './types.ts';

/** The ways in which a condition comes out, asked in turn: the first that is true decides, else `otherwise`. */
export interface Outcome {
  readonly cases: readonly { readonly when: SqlExpr; readonly is: Truth }[];
  readonly otherwise: Truth;
}

/** A condition as SQL: as a three-valued boolean, and as the cases behind it. Both say the same. */
export interface CompiledTruth {
  readonly truth: SqlExpr;
  readonly outcome: Outcome;
}

/**
 * What each way of coming out is worth, as one CASE: the conditions filter rows, no boolean is made in between. Cases
 * at the end that are worth as much as all the rest are not asked.
 */
export function chooseBy({ cases, otherwise }: Outcome, worth: (truth: Truth) => SqlExpr): SqlExpr {
  const rest = worth(otherwise);
  const whens = cases.map((of) => when(of.when, worth(of.is)));
  const last = whens.findLastIndex(({ value }) => JSON.stringify(value) !== JSON.stringify(rest));
  return last < 0 ? rest : caseWhen(whens.slice(0, last + 1), rest);
}

/** A condition that is told by its cases. */
export function byCases(cases: Outcome['cases'], otherwise: Truth): CompiledTruth {
  const outcome = { cases, otherwise };
  const truth = chooseBy(outcome, (is) => (is === null ? nullOf('boolean') : boolean(is)));
  return { truth, outcome };
}

/** A condition that is told by a three-valued boolean, and is unknown where `unknown` is true. */
export function byTruth(truth: SqlExpr, unknown: SqlExpr = isNull(truth)): CompiledTruth {
  const cases = [
    { when: truth, is: true },
    { when: unknown, is: null },
  ];
  return { truth, outcome: { cases, otherwise: false } };
}

/** A condition that holds where all of its parts do. */
export function byParts(parts: readonly CompiledTruth[]): CompiledTruth {
  const truth = and(parts.map((part) => part.truth));
  const cases = [
    { when: and(parts.map(holds)), is: true },
    { when: isNull(truth), is: null },
  ];
  return { truth, outcome: { cases, otherwise: false } };
}

/** A filter: true where the condition holds, elsewhere false or unknown. The case that says yes alone is enough. */
function holds({ truth, outcome: { cases, otherwise } }: CompiledTruth): SqlExpr {
  const [first, ...others] = cases;
  const decides = otherwise !== true && others.every(({ is }) => is !== true);
  return first?.is === true && decides ? first.when : truth;
}

/** A condition of which nothing is known of any account. */
export const unknownTruth: CompiledTruth = {
  truth: nullOf('boolean'),
  outcome: { cases: [], otherwise: null },
};
