import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ExprRecord,
  evaluate,
  newestSignal,
  type ResolvedCondition,
  resolveCondition,
  type Truth,
} from '../src/base/expr/index.ts';
import {
  type ConditionSources,
  chooseBy,
  column,
  compileConditions,
  type Engine,
  integer,
  named,
  readRecords,
  select,
} from '../src/base/sql/index.ts';
import { createDuckDbEngine } from '../src/edges/engines/duckdb/index.ts';
import { condition, contextOf, everywhere, record, SHAPES } from './conditions-arbitraries.ts';
import { loadRecords } from './conditions-load.ts';
import { openPglite } from './conditions-pglite.ts';

const TABLES = ['technologies', 'signals', 'coverage', 'observations'] as const;
type Missing = readonly (typeof TABLES)[number][];

const missing: fc.Arbitrary<Missing> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Missing>([]) },
  { weight: 1, arbitrary: fc.subarray([...TABLES]) },
);

/** One load of the engine: many records, many conditions, sometimes without some of the tables. */
const scene = fc.record({
  records: fc.array(record, { minLength: 60, maxLength: 60 }),
  conditions: fc.array(condition, { minLength: 40, maxLength: 40 }),
  everywhere,
  missing,
});

/** As `fc.assert`, without the hundreds of lines that a whole scene prints; the seed brings the failure back. */
async function holds<T>(property: fc.IAsyncProperty<T>, numRuns: number): Promise<void> {
  const { failed, seed, counterexamplePath, errorInstance } = await fc.check(property, {
    numRuns,
    endOnFailure: true,
  });
  if (failed)
    throw new Error(`seed ${seed}, path ${counterexamplePath}: ${String(errorInstance).slice(0, 4000)}`);
}

interface Answer {
  readonly account: string;
  readonly condition: ResolvedCondition;
  readonly truth: unknown;
  readonly outcome: unknown;
  readonly latest: unknown;
}

const numberOf = (truth: Truth) => (truth === null ? 1 : truth ? 2 : 0);
const asNumber = (truth: Truth) => integer(numberOf(truth));

async function askEngine(
  engine: Engine,
  conditions: readonly ResolvedCondition[],
  sources: ConditionSources,
): Promise<readonly Answer[]> {
  const { from, truths, outcomes, latest } = compileConditions(conditions, sources);
  const columns = [
    column('account_id'),
    ...truths.map((truth, i) => named(truth, `truth_${i}`)),
    ...outcomes.map((of, i) => named(chooseBy(of, asNumber), `outcome_${i}`)),
    ...latest.flatMap((day, i) => (day === null ? [] : [named(day, `latest_${i}`)])),
  ];
  const rows = await engine.rows(select({ columns, from }));
  return rows.flatMap((row) =>
    conditions.map((asked, i) => ({
      account: String(row.account_id),
      condition: asked,
      truth: row[`truth_${i}`],
      outcome: row[`outcome_${i}`],
      latest: row[`latest_${i}`] ?? null,
    })),
  );
}

/** The first few answers that differ from the reference, with the record behind each. */
function differences(
  answers: readonly Answer[],
  records: ReadonlyMap<string, ExprRecord>,
): readonly unknown[] {
  return answers
    .map(({ account, condition: asked, ...given }) => {
      const of = records.get(account);
      if (of === undefined) throw new Error(`account ${account} was not loaded`);
      const truth = evaluate(asked, of);
      const reference = { truth, outcome: numberOf(truth), latest: newestSignal(asked, of) };
      return {
        same: isDeepStrictEqual(given, reference),
        given,
        reference,
        asked,
        of,
      };
    })
    .filter(({ same }) => !same)
    .slice(0, 3);
}

function without(record: ExprRecord, missing: Missing): ExprRecord {
  return { ...record, ...Object.fromEntries(missing.map((name) => [name, []])) };
}

interface Candidate {
  readonly name: string;
  readonly open: () => Promise<Engine>;
  readonly numRuns: number;
}

const engines: readonly Candidate[] = [
  { name: 'DuckDB', open: () => createDuckDbEngine({ memoryLimitMiB: 512 }), numRuns: 20 },
  { name: 'PostgreSQL', open: openPglite, numRuns: 20 },
];

describe.each(engines)('conditions in $name', ({ open, numRuns }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await open();
  });
  afterAll(() => engine.close());

  it('give the truth of the reference on every record, and the day of the newest event', async () => {
    await holds(
      fc.asyncProperty(scene, async ({ records, conditions, everywhere, missing }) => {
        const known = records.map((r) => without(r, missing));
        const context = contextOf(known, everywhere);
        const resolved = conditions.map((c) => resolveCondition(c, context));
        const loaded = await loadRecords(engine, known);
        const sources = { ...loaded, ...Object.fromEntries(missing.map((name) => [name, null])) };
        const answers = await askEngine(engine, resolved, sources);
        expect(answers).toHaveLength(records.length * conditions.length);
        expect(
          JSON.stringify(differences(answers, new Map(known.map((r, i) => [String(i), r]))), null, 1),
        ).toBe('[]');
      }),
      numRuns,
    );
  });

  it('records read back are the records loaded', async () => {
    await holds(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 60 }), async (records) => {
        const sources = await loadRecords(engine, records);
        const fields = [...Object.keys(SHAPES), 'gone'];
        const read = await readRecords(engine, sources, { accountIds: null, fields });
        expect(read.size).toBe(records.length);
        records.forEach((loaded, i) => {
          expect(inAnyOrder(read.get(String(i)))).toEqual(inAnyOrder(loaded));
        });
        const one = await readRecords(engine, sources, { accountIds: ['0'], fields });
        expect([...one.keys()]).toEqual(['0']);
      }),
      5,
    );
  });
});

function inAnyOrder(record: ExprRecord | undefined): unknown {
  if (record === undefined) return undefined;
  const { values, currencies, ...lists } = record;
  const sorted = Object.entries(lists).map(([name, list]) => [
    name,
    (list as readonly unknown[]).map((item) => JSON.stringify(item)).sort(),
  ]);
  return { values, currencies, ...Object.fromEntries(sorted) };
}
