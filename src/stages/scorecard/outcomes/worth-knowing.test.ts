import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharingAccounts, sharingCard, vectorsOf } from '../../../../test/outcome-support.ts';
import { cardOf, recordOf } from '../../../../test/score-support.ts';
import type { Truth } from '../../../base/expr/index.ts';
import { decisiveLines } from '../decisive-lines.ts';
import { scoreRecord } from '../score-record.ts';
import { tierOf } from '../tier-of.ts';
import type { Card } from '../types.ts';
import { worthKnowing } from './worth-knowing.ts';

/** All ways in which the unknown lines can come out. */
function ways(truths: readonly Truth[]): readonly (readonly Truth[])[] {
  const [first, ...rest] = truths;
  if (first === undefined) return [[]];
  const heads: readonly Truth[] = first === null ? [true, false] : [first];
  return heads.flatMap((head) => ways(rest).map((tail) => [head, ...tail]));
}

const tierAt = ({ fit, tiers }: Card, truths: readonly Truth[]) =>
  tierOf(
    fit.reduce((sum, { points }, i) => (truths[i] === true ? sum + points : sum), 0),
    tiers,
  );

test('one answer settles an account when every way the rest can come out is in one tier', () => {
  let settled = 0;
  fc.assert(
    fc.property(sharingCard, sharingAccounts, (given, accounts) => {
      const card = { ...given, fit: given.fit.map((line, i) => ({ ...line, subject: `subject ${i}` })) };
      const known = worthKnowing(vectorsOf(card, accounts), card);
      const scores = accounts.map((account) => scoreRecord(card, account));
      const scored = scores.filter(({ standing }) => standing === 'scored');
      card.fit.forEach(({ points, subject }, line) => {
        const unknown = scored.filter(({ fitLines }) => points !== 0 && fitLines[line] === null);
        const open = unknown.filter(({ needsData }) => needsData);
        const settles = open.filter(({ fitLines }) =>
          [true, false].every((answer) => {
            const all = ways(fitLines.map((truth, i) => (i === line ? answer : truth)));
            return new Set(all.map((truths) => tierAt(card, truths))).size === 1;
          }),
        );
        const depends = unknown.filter(({ fitLines }) => decisiveLines(card, fitLines).includes(line));
        expect(known.find((of) => of.subject === subject)).toEqual(
          unknown.length === 0
            ? undefined
            : {
                subject,
                unknown: unknown.length,
                depends: depends.length,
                settles: settles.length,
              },
        );
        settled += settles.length;
      });
      const order = known.map((of) => of.settles);
      expect(order).toEqual(order.toSorted((a, b) => b - a));
    }),
  );
  expect(settled).toBeGreaterThan(50);
});

const card = cardOf(`
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: industry, any: [dental], points: 2 }
    - { field: employees, min: 3, points: 1 }
tiers: { A: 4, B: 3, C: 2 }
`);
const account = (values: Readonly<Record<string, string | number | null>>) => recordOf({ values });

test('a subject of several lines comes out as it does where it is known: no account has two industries', () => {
  const tiers = { A: 5, B: 4, C: 1 };
  const known = [account({ industry: 'clinic', employees: 1 }), account({ industry: 'bank', employees: 1 })];
  const open = account({ industry: null, employees: 1 });
  const vectors = (accounts: readonly ReturnType<typeof account>[]) => vectorsOf(card, accounts);
  const three = { ...card, tiers: { A: 4, B: 3, C: 1 }, fit: card.fit.slice(0, 2) };
  expect(worthKnowing(vectorsOf({ ...three, tiers }, [...known, open]), { ...three, tiers })).toMatchObject([
    { subject: 'industry', unknown: 1, settles: 1 },
  ]);
  expect(worthKnowing(vectors([...known, open]), card)).toEqual([
    { subject: 'industry', unknown: 1, depends: 1, settles: 1 },
  ]);
});

test('what only decides together with something else settles nothing by itself', () => {
  const both = cardOf(`
fit:
  firmographic:
    - { field: locations, min: 3, points: 2 }
    - { field: employees, min: 3, points: 2 }
tiers: { A: 4, B: 3, C: 1 }
`);
  expect(worthKnowing(vectorsOf(both, [account({})]), both)).toEqual([
    { subject: 'locations', unknown: 1, depends: 1, settles: 0 },
    { subject: 'employees', unknown: 1, depends: 1, settles: 0 },
  ]);
});
