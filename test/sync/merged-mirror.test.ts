import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, table } from '../../src/base/sql/index.ts';
import { createDuckDbEngine } from '../../src/edges/engines/duckdb/index.ts';
import {
  deltaColumns,
  deltaRows,
  mergedMirror,
  mirrorColumns,
  type RecordPage,
} from '../../src/stages/sync/index.ts';

const shape = { fields: ['name'], links: ['companies'] };
const seenAt = '2026-01-01T00:00:00.000Z';

/** What a source tells of one record; links null: nobody looked. */
type Told =
  | { readonly what: 'record'; readonly id: string; readonly name: string; readonly links: string | null }
  | { readonly what: 'links'; readonly id: string; readonly links: string }
  | { readonly what: 'gone'; readonly id: string };

const id = fc.integer({ min: 1, max: 12 }).map(String);
const name = fc.constantFrom('a', 'b', 'c');
const links = fc.constantFrom('', '7', '7;8');
const told: fc.Arbitrary<Told> = fc.oneof(
  fc.record({ what: fc.constant('record' as const), id, name, links: fc.option(links) }),
  fc.record({ what: fc.constant('links' as const), id, links }),
  fc.record({ what: fc.constant('gone' as const), id }),
);
const base = fc.uniqueArray(fc.record({ id, name, links: fc.option(links) }), { selector: (row) => row.id });

let engine: Awaited<ReturnType<typeof createDuckDbEngine>>;
beforeAll(async () => {
  engine = await createDuckDbEngine({ memoryLimitMiB: 256, threads: 1 });
});
afterAll(() => engine.close());

/** One page for each row, so that their order is that of the list. */
function pageOf(row: Told): RecordPage {
  const toLinks = row.what === 'gone' || row.links === null ? {} : { companies: row.links.split(';') };
  return {
    records:
      row.what === 'record'
        ? [{ id: row.id, modifiedAt: null, values: { name: row.name }, links: toLinks }]
        : [],
    relinked: row.what === 'links' ? [{ id: row.id, links: toLinks }] : [],
    gone: row.what === 'gone' ? [{ id: row.id, how: 'deleted', into: null }] : [],
    history: [],
    next: null,
    done: null,
    complete: false,
  };
}

type Row = readonly [id: string, links: string | null, name: string];
type Before = readonly { readonly id: string; readonly name: string; readonly links: string | null }[];

/** The reference: one after the other, in memory. */
function reduced(before: Before, rows: readonly Told[], complete: boolean): readonly Row[] {
  const names = new Map(complete ? [] : before.map((row) => [row.id, row.name]));
  const linked = new Map(before.map((row) => [row.id, row.links]));
  for (const row of rows) {
    if (row.what === 'record') names.set(row.id, row.name);
    if (row.what === 'gone') names.delete(row.id);
    else if (row.links !== null) linked.set(row.id, row.links);
  }
  return [...names]
    .map(([key, value]): Row => [key, linked.get(key) ?? null, value])
    .toSorted(([one], [other]) => Number(one) - Number(other));
}

async function merged(
  before: Before | null,
  rows: readonly Told[],
  complete: boolean,
): Promise<readonly Row[]> {
  const cells = rows.flatMap((row, after) => deltaRows(pageOf(row), { shape, after, seenAt }));
  await engine.load('delta', deltaColumns(shape), cells);
  const mirror = (before ?? []).map((row): readonly Cell[] => [row.id, null, seenAt, row.links, row.name]);
  await engine.load('base', mirrorColumns(shape), mirror);
  const query = mergedMirror({
    shape,
    base: before === null ? null : (alias) => table('base', alias),
    delta: (alias) => table('delta', alias),
    complete,
  });
  return (await engine.rows(query)).map((row) => [String(row.id), row.to1 as string | null, String(row.v1)]);
}

describe('the mirror after a sync', () => {
  it('is that of a reducer in memory, whatever came in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(
        base,
        fc.array(told, { maxLength: 30 }),
        fc.boolean(),
        async (before, rows, complete) => {
          expect(await merged(before, rows, complete)).toEqual(reduced(before, rows, complete));
          expect(await merged(null, rows, complete)).toEqual(reduced([], rows, complete));
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);

  it('is the same when a cut makes part of it come again', async () => {
    const cuts = fc.array(fc.nat(30), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(base, fc.array(told, { maxLength: 30 }), cuts, async (before, rows, places) => {
        const again = [...rows, ...places.flatMap((place) => rows.slice(place))];
        expect(await merged(before, again, false)).toEqual(await merged(before, rows, false));
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('put together in two syncs is that of one', async () => {
    await fc.assert(
      fc.asyncProperty(base, fc.array(told, { maxLength: 20 }), fc.nat(20), async (before, rows, place) => {
        const first = await merged(before, rows.slice(0, place), false);
        const between = first.map(([key, to, value]) => ({ id: key, name: value, links: to }));
        const keepsLinks = rows.every(({ what }) => what !== 'gone');
        if (keepsLinks)
          expect(await merged(between, rows.slice(place), false)).toEqual(await merged(before, rows, false));
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
