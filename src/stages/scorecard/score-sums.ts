import {
  add,
  caseWhen,
  gt,
  integer,
  type NamedExpr,
  named,
  subtract,
  text,
  when,
} from '../../base/sql/index.ts';
import { fitOffset } from './packed-lines.ts';
import type { PackedSums } from './packed-sums.ts';
import type { Card } from './types.ts';

/** Standing, fit, and between which bounds the unknown lines can still move it. */
export function scoreSums(card: Pick<Card, 'fit'>, { read }: PackedSums): readonly NamedExpr[] {
  const fit = subtract(read('fit'), integer(fitOffset(card)));
  const standing = caseWhen(
    [
      when(gt(read('out'), integer(0)), text('outside-market')),
      when(gt(read('hit'), integer(0)), text('disqualified')),
    ],
    text('scored'),
  );
  return [
    named(standing, 'standing'),
    named(fit, 'fit'),
    named(subtract(fit, read('below')), 'fit_min'),
    named(add(fit, read('above')), 'fit_max'),
  ];
}
