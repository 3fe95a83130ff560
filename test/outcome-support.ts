import fc from 'fast-check';
import type { ExprRecord } from '../src/base/expr/index.ts';
import { type Card, encodeOutcomes, scoreRecord } from '../src/stages/scorecard/index.ts';
import type { OutcomeVectors } from '../src/stages/scorecard/outcomes/index.ts';
import { cardOf, recordOf } from './score-support.ts';

/** The vectors that an engine must count: from the reference, account by account. */
export function vectorsOf(card: Card, records: readonly ExprRecord[]): OutcomeVectors {
  const scores = records.map((record) => scoreRecord(card, record));
  const groups = (['disqualified', 'scored'] as const).flatMap((standing) =>
    (['cold', 'hot', 'unknown', 'warm'] as const).flatMap((timing) => {
      const own = scores.filter((score) => score.standing === standing && score.timing === timing);
      const counts = new Map<number, number>();
      for (const { fitLines } of own) {
        const code = encodeOutcomes(fitLines);
        counts.set(code, (counts.get(code) ?? 0) + 1);
      }
      const sorted = [...counts].sort(([a], [b]) => a - b);
      const [codes, accounts] = [sorted.map(([code]) => code), sorted.map(([, n]) => n)];
      return codes.length === 0 ? [] : [{ standing, timing, codes, accounts }];
    }),
  );
  return {
    kind: 'outcome-vectors',
    version: 1,
    lines: card.fit.length,
    outsideMarket: scores.filter(({ standing }) => standing === 'outside-market').length,
    groups,
  };
}

const lines = [
  '{ field: industry, any: [clinic], points: 1 }',
  '{ field: industry, any: [dental], points: 1 }',
  '{ field: employees, min: 3, points: 1 }',
  '{ all: [{ field: industry, any: [clinic] }, { field: locations, min: 2 }], points: 1 }',
  '{ field: locations, min: 3, points: 1 }',
  '{ field: chain, any: [true], points: 1 }',
  '{ field: employees, max: 50, points: 1 }',
];

const page = `
market:
  - { field: country, any: [ES] }
fit:
  firmographic:
${lines.map((line) => `    - ${line}`).join('\n')}
anti:
  - { field: ownership, any: [public], because: tenders }
`;

const maybe = <T>(...of: readonly T[]) => fc.constantFrom(null, ...of);

/** A card of seven lines over four fields, of which a combination shares two, with any points and tiers. */
export const sharingCard: fc.Arbitrary<Card> = fc
  .record({
    points: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: lines.length, maxLength: lines.length }),
    cuts: fc.uniqueArray(fc.integer({ min: -1, max: 4 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ points, cuts }) => {
    const card = cardOf(page);
    const [A = 3, B = 2, C = 1] = cuts.toSorted((a, b) => b - a);
    return {
      ...card,
      fit: card.fit.map((line, i) => ({ ...line, points: points[i]! })),
      tiers: { A, B, C },
    };
  });

/** Accounts for `sharingCard`, of which much is unknown. */
export const sharingAccounts: fc.Arbitrary<readonly ExprRecord[]> = fc.array(
  fc
    .record({
      country: fc.constantFrom('ES', 'ES', 'ES', 'ES', 'FR'),
      industry: maybe('clinic', 'clinic', 'dental', 'bank'),
      employees: maybe(1, 5, 80),
      locations: maybe(1, 2, 3),
      chain: maybe(true, false),
      ownership: maybe('private', 'private', 'public'),
    })
    .map((values) => recordOf({ values })),
  { minLength: 10, maxLength: 25 },
);
