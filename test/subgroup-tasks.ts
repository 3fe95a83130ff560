import fc from 'fast-check';
import { packRows, type SubgroupTask } from '../src/stages/discovery/subgroups/index.ts';

/** A selector as one answer a row: it holds, it does not, it is not known. */
export interface PlainSelector {
  readonly field: string;
  readonly answers: readonly (boolean | null)[];
}

/** A small search, its selectors as answers too. */
export interface PlainTask {
  readonly selectors: readonly PlainSelector[];
  readonly targets: readonly number[];
  readonly task: SubgroupTask;
}

const answer = fc.constantFrom(true, true, false, false, null);
const targetsOf = (kind: 'label' | 'value', rows: number) => {
  const one = kind === 'label' ? fc.integer({ min: 0, max: 1 }) : fc.integer({ min: -20, max: 20 });
  const cell = kind === 'label' ? one : fc.oneof({ weight: 9, arbitrary: one }, fc.constant(Number.NaN));
  return fc.array(cell, { minLength: rows, maxLength: rows });
};

/** Random small searches; with `complete` every selector knows every row. */
export const plainTasks = (kind: 'label' | 'value') =>
  fc
    .record({ rows: fc.integer({ min: 4, max: 70 }), complete: fc.boolean() })
    .chain(({ rows, complete }) =>
      fc.record({
        targets: targetsOf(kind, rows),
        selectors: fc.array(
          fc.record({
            field: fc.constantFrom('a', 'b', 'c'),
            answers: fc.array(complete ? fc.boolean() : answer, { minLength: rows, maxLength: rows }),
          }),
          { minLength: 1, maxLength: 10 },
        ),
        depth: fc.constantFrom(1, 2, 3),
        keep: fc.integer({ min: 1, max: 6 }),
        sizePower: fc.constantFrom(1, 0.5, 0.1),
        leastCover: fc.integer({ min: 1, max: 4 }),
        sameField: fc.boolean(),
        folded: fc.boolean(),
      }),
    )
    .map(({ targets, selectors, ...settings }): PlainTask => {
      const task = { ...settings, budget: 1_000_000, selectors: selectors.map(packSelector) };
      const target =
        kind === 'label'
          ? ({ kind, label: Uint8Array.from(targets) } as const)
          : ({ kind, values: Float64Array.from(targets) } as const);
      return { selectors, targets, task: { ...task, target } };
    });

function packSelector({ field, answers }: PlainSelector): SubgroupTask['selectors'][number] {
  const all = answers.every((one) => one !== null);
  return {
    field,
    rows: packRows(answers.length, (row) => answers[row] === true),
    known: all ? null : packRows(answers.length, (row) => answers[row] !== null),
  };
}
