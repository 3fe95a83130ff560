import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlainTask, plainTasks } from '../../../../test/subgroup-tasks.ts';
import { createRandom } from '../../../base/stats/index.ts';
import { packRows } from './pack-rows.ts';
import { searchSubgroups } from './search-subgroups.ts';
import type { Subgroup, SubgroupTask } from './types.ts';

/** The definition, one conjunction and one row at a time. */
function enumerate({ selectors, targets, task }: PlainTask): readonly Subgroup[] {
  const rows = targets.map((_, row) => row).filter((row) => !Number.isNaN(targets[row]!));
  const ranked = subsets(selectors.length, task.depth)
    .filter(
      (chosen) => task.sameField || new Set(chosen.map((s) => selectors[s]!.field)).size === chosen.length,
    )
    .map((chosen) => {
      const answers = rows.map((row) => all(chosen.map((s) => selectors[s]!.answers[row]!)));
      const inside = rows.filter((_, i) => answers[i] === true);
      const known = rows.filter((_, i) => answers[i] !== null);
      const mean = sum(inside.map((row) => targets[row]!)) / inside.length;
      const reference = sum(known.map((row) => targets[row]!)) / known.length;
      const group: Subgroup = {
        selectors: chosen,
        cover: inside.length,
        positives: task.target.kind === 'label' ? sum(inside.map((row) => targets[row]!)) : null,
        mean,
        reference,
        unknown: rows.length - known.length,
        quality: (inside.length / rows.length) ** task.sizePower * (mean - reference),
      };
      return { group, inside: inside.join() };
    })
    .filter(({ group }) => group.cover >= task.leastCover && group.quality > 0)
    .sort(
      ({ group: a }, { group: b }) =>
        b.quality - a.quality || a.selectors.length - b.selectors.length || firstOf(a.selectors, b.selectors),
    );
  const seen = new Set<string>();
  return ranked
    .filter(({ inside }) => !task.folded || (!seen.has(inside) && seen.add(inside)))
    .slice(0, task.keep)
    .map(({ group }) => group);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Three-valued and: one false is enough, one unknown leaves open what no false decides. */
function all(answers: readonly (boolean | null)[]): boolean | null {
  if (answers.includes(false)) return false;
  return answers.includes(null) ? null : true;
}

function subsets(count: number, largest: number): readonly (readonly number[])[] {
  return Array.from({ length: 2 ** count }, (_, bits) =>
    Array.from({ length: count }, (_, s) => s).filter((s) => ((bits >> s) & 1) === 1),
  ).filter(({ length }) => length > 0 && length <= largest);
}

function firstOf(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((s, i) => s !== b[i]);
  return differs < 0 ? 0 : a[differs]! - b[differs]!;
}

/** 1 in the rows of the text, which are marked x. */
const bits = (text: string): Int32Array => packRows(text.length, (row) => text[row] === 'x');

const base = {
  depth: 3,
  keep: 5,
  sizePower: 1,
  leastCover: 1,
  sameField: true,
  folded: true,
  budget: 1000,
} as const;

const taskOf = (
  label: string,
  selectors: readonly string[],
  settings: Partial<SubgroupTask> = {},
): SubgroupTask => ({
  ...base,
  target: { kind: 'label', label: Uint8Array.from(label, (mark) => Number(mark === 'x')) },
  selectors: selectors.map((rows, s) => ({ field: `field ${s}`, rows: bits(rows), known: null })),
  ...settings,
});

describe('the search for subgroups', () => {
  for (const kind of ['label', 'value'] as const)
    it(`finds what plain enumeration finds (${kind}; all qualities, depths and kinds of folding; unknown answers)`, () => {
      fc.assert(
        fc.property(plainTasks(kind), (plain) => {
          const { top, method, atMost } = searchSubgroups(plain.task);
          expect({ method, atMost }).toEqual({ method: 'exact', atMost: null });
          expect(top).toEqual(enumerate(plain));
        }),
        { numRuns: 1500 },
      );
    });

  it('finds the same where unknown answers hide different rows of the same number', () => {
    const answersOf = (text: string) => Array.from(text, (mark) => (mark === '?' ? null : mark === 'x'));
    const texts = ['xx?.....', 'xx.?....', 'xx??xxx.', 'xxx?.x..'];
    const targets = [1, 1, 1, 0, 0, 0, 1, 0];
    const selectors = texts.map((text) => ({ field: 'one', answers: answersOf(text) }));
    const packed = texts.map((text) => ({
      field: 'one',
      rows: bits(text),
      known: packRows(text.length, (row) => text[row] !== '?'),
    }));
    for (const order of [
      [0, 1, 2, 3],
      [1, 0, 3, 2],
    ]) {
      const plain = order.map((s) => selectors[s]!);
      const target = { kind: 'label', label: Uint8Array.from(targets) } as const;
      const task = { ...base, target, keep: 20, folded: true, selectors: order.map((s) => packed[s]!) };
      expect(searchSubgroups(task).top).toEqual(enumerate({ selectors: plain, targets, task }));
    }
  });

  it('finds the same among many rows, which are counted piece by piece', () => {
    const random = createRandom(7);
    const rows = 30_000;
    const targets = Array.from({ length: rows }, () => random.integer(2));
    const selectors = [0.6, 0.5, 0.4, 0.3, 0.2, 0.1].map((share) => ({
      field: `${share}`,
      answers: targets.map((one) => random.next() < share + 0.05 * one),
    }));
    const packed = selectors.map(({ field, answers }) => ({
      field,
      rows: packRows(rows, (row) => answers[row]!),
      known: null,
    }));
    for (const sizePower of [1, 0.5, 0.1]) {
      const target = { kind: 'label', label: Uint8Array.from(targets) } as const;
      const task = { ...base, target, selectors: packed, sizePower };
      expect(searchSubgroups(task).top).toEqual(enumerate({ selectors, targets, task }));
    }
  });

  it('compares with the rows that are known: a field known for the best alone shows nothing', () => {
    const task = taskOf('xxxx....', ['xxx.....']);
    const known = bits('xxxx....');
    expect(searchSubgroups(task).top).toHaveLength(1);
    expect(searchSubgroups({ ...task, selectors: [{ ...task.selectors[0]!, known }] }).top).toEqual([]);
  });

  it('folds descriptions of the same rows into the shortest, then the first', () => {
    const task = taskOf('xxxx....', ['xxxxx...', 'xxxx....', 'xxxx....', 'xxxxxxxx']);
    const found = (folded: boolean) =>
      searchSubgroups({ ...task, folded, keep: 20 }).top.map(({ selectors }) => selectors);
    expect(found(true)).toEqual([[1], [0]]);
    expect(found(false).slice(0, 4)).toEqual([[1], [2], [0, 1], [0, 2]]);
    expect(found(false)).toHaveLength(13);
  });

  it('names one field once where two conditions of a field are not allowed', () => {
    const task = taskOf('.xx.', ['.xxx', 'xxx.'], { sameField: false });
    const selectors = task.selectors.map((selector) => ({ ...selector, field: 'size' }));
    expect(searchSubgroups({ ...task, selectors }).top.map((group) => group.selectors)).toEqual([[0], [1]]);
    expect(searchSubgroups({ ...task, selectors, sameField: true }).top[0]!.selectors).toEqual([0, 1]);
  });

  it('says that a beam ran, and what it may have missed, when the budget ends', () => {
    fc.assert(
      fc.property(plainTasks('label'), fc.integer({ min: 0, max: 30 }), (plain, budget) => {
        const best = enumerate({ ...plain, task: { ...plain.task, keep: 1 } })[0];
        const { method, atMost, top, visited } = searchSubgroups({ ...plain.task, budget });
        if (method === 'exact') {
          expect(visited).toBeLessThanOrEqual(budget);
          expect(atMost).toBeNull();
          return;
        }
        expect(atMost).not.toBeNull();
        if (best !== undefined)
          expect(Math.max(top[0]?.quality ?? 0, atMost! + 1e-12)).toBeGreaterThanOrEqual(best.quality);
        expect(new Set(top.map(({ selectors }) => selectors.join())).size).toBe(top.length);
      }),
      { numRuns: 500 },
    );
  });

  it('counts in a beam what plain enumeration counts', () => {
    fc.assert(
      fc.property(plainTasks('value'), (plain) => {
        const { top } = searchSubgroups({ ...plain.task, budget: 0 });
        const every = enumerate({ ...plain, task: { ...plain.task, keep: 1000, folded: false } });
        for (const group of top) expect(every).toContainEqual(group);
      }),
      { numRuns: 300 },
    );
  });

  it('finds in a beam all pairs of a space narrower than the beam', () => {
    const task = taskOf('xxx.x..x.', ['xxx......', '.xxxxxx..', 'xx..x..x.', 'x.xx.....'], { depth: 2 });
    const exact = searchSubgroups(task);
    expect(searchSubgroups({ ...task, budget: 3 })).toMatchObject({ method: 'beam', top: exact.top });
  });

  it('finds nothing where there is nothing: one group only, no rows, no selectors', () => {
    expect(searchSubgroups(taskOf('xxxx', ['xx..'])).top).toEqual([]);
    expect(searchSubgroups(taskOf('....', ['xx..'])).top).toEqual([]);
    expect(searchSubgroups(taskOf('', [])).top).toEqual([]);
    expect(searchSubgroups({ ...taskOf('xx..', []), budget: 0 })).toMatchObject({
      method: 'exact',
      visited: 0,
    });
  });
});
