import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubspotBench, startHubspotBench } from '../../../../test/connectors/hubspot-bench.ts';
import type { RecordSource, RecordWrite, WriteField } from '../records/index.ts';

let bench: HubspotBench;
let source: RecordSource;
const tier: WriteField = {
  name: 'bestfit_tier',
  label: 'Bestfit tier',
  description: 'How well the company fits.',
  kind: 'option',
  options: ['A', 'B', 'C'],
};
const fit: WriteField = { ...tier, name: 'bestfit_fit', label: 'Bestfit fit', kind: 'number', options: null };
const reasons: WriteField = { ...fit, name: 'bestfit_reasons', kind: 'long-text' };

beforeEach(async () => {
  bench = await startHubspotBench({ companies: 200, deals: 20, contacts: 20 });
  source = bench.open();
  await source.prepare('companies', [tier, fit], { create: true });
  bench.hubspot.log.clear();
});
afterEach(() => bench.close());

const idOf = (row: number): string => String(bench.hubspot.account.tables.companies.idOf(row));
const writes = (count: number): RecordWrite[] =>
  Array.from({ length: count }, (_, row) => ({
    id: idOf(row),
    values: { bestfit_tier: 'A', bestfit_fit: row },
  }));
const heldBy = (row: number, name: string): unknown =>
  bench.hubspot.account.tables.companies.read(row).values[name] ?? null;
const failures = (results: readonly { readonly kind: string }[]) =>
  results.filter(({ kind }) => kind !== 'written');

describe('a write', () => {
  it('sets the values of 100 records by one request', async () => {
    const results = await source.write('companies', writes(100));
    expect(results).toEqual(writes(100).map(({ id }) => ({ id, kind: 'written' })));
    expect([heldBy(42, 'bestfit_tier'), heldBy(42, 'bestfit_fit')]).toEqual(['A', '42']);
    expect(bench.hubspot.log.total).toBe(1);
    expect([0, 1, 100, 101, 5000].map(source.costOfWrite)).toEqual([0, 1, 1, 2, 50]);
  });

  it('clears with null', async () => {
    await source.write('companies', writes(1));
    await source.write('companies', [{ id: idOf(0), values: { bestfit_tier: null } }]);
    expect([heldBy(0, 'bestfit_tier'), heldBy(0, 'bestfit_fit')]).toEqual([null, '0']);
  });

  it('tells each record that is not there, that a rule keeps from it, or that answers to another id', async () => {
    const { companies } = bench.hubspot.account.tables;
    companies.archive(1, bench.clock.now());
    const merged = companies.mergeAsNew([2, 3], bench.clock.now());
    bench.hubspot.account.refusedWrites.set(`companies ${idOf(4)}`, {
      category: 'VALIDATION_ERROR',
      message: 'Industry is required',
    });
    const batch = [...writes(3), writes(6)[4]!, writes(6)[5]!, { id: '999', values: { bestfit_fit: 1 } }];
    const results = await source.write('companies', batch);
    expect(results.map(({ id, ...rest }) => [id, rest])).toEqual([
      [idOf(0), { kind: 'written' }],
      [idOf(1), expect.objectContaining({ kind: 'failed', code: 'OBJECT_NOT_FOUND' })],
      [idOf(2), { kind: 'moved', to: idOf(merged) }],
      [idOf(4), { kind: 'failed', code: 'VALIDATION_ERROR', message: 'Industry is required' }],
      [idOf(5), { kind: 'written' }],
      ['999', expect.objectContaining({ kind: 'failed', code: 'OBJECT_NOT_FOUND' })],
    ]);
    expect(bench.hubspot.log.total).toBe(1);
  });

  it('of one wrong value among 100 keeps no other record from being written', async () => {
    const batch = writes(100);
    batch[30] = { id: idOf(30), values: { bestfit_tier: 'Z' } };
    const results = await source.write('companies', batch);
    expect(failures(results)).toEqual([
      {
        id: idOf(30),
        kind: 'failed',
        code: 'INVALID_OPTION',
        message: 'Z was not one of the allowed options: [A, B, C]',
      },
    ]);
    expect(heldBy(99, 'bestfit_fit')).toBe('99');
    expect(bench.hubspot.log.total).toBe(3);
  });

  it('of several wrong values of several kinds finds each of them', async () => {
    const batch = writes(100);
    batch[3] = { id: idOf(3), values: { bestfit_tier: 'Z' } };
    batch[50] = { id: idOf(50), values: { bestfit_fit: 'many' } };
    batch[70] = { id: idOf(70), values: { bestfit_tier: 'Z', bestfit_fit: 'few' } };
    const results = await source.write('companies', batch);
    expect(failures(results).map(({ kind, ...rest }) => [kind, (rest as { id: string }).id])).toEqual(
      [3, 50, 70].map((row) => ['failed', idOf(row)]),
    );
    expect(bench.hubspot.log.total).toBe(3);
  });

  it('to a property that is not there fails at once for all that name it', async () => {
    const batch = writes(100).map(({ id, values }, i) => ({
      id,
      values: i % 2 === 0 ? { ...values, nothing_such: 1 } : values,
    }));
    const results = await source.write('companies', batch);
    expect(failures(results)).toHaveLength(50);
    expect(failures(results)[0]).toMatchObject({ code: 'PROPERTY_DOESNT_EXIST' });
    expect(bench.hubspot.log.total).toBe(3);
  });

  it('that is refused without a hint is divided until the record is found', async () => {
    await source.prepare('companies', [reasons], { create: true });
    bench.hubspot.log.clear();
    const batch = writes(100);
    batch[61] = { id: idOf(61), values: { bestfit_reasons: 'x'.repeat(70_000) } };
    const results = await source.write('companies', batch);
    expect(failures(results)).toEqual([
      expect.objectContaining({ id: idOf(61), kind: 'failed', code: 'PROPERTY_TOO_LONG' }),
    ]);
    expect(bench.hubspot.log.total).toBeLessThanOrEqual(15);
  });

  it('of a record twice puts its values together', async () => {
    const id = idOf(0);
    const results = await source.write('companies', [
      { id, values: { bestfit_tier: 'A', bestfit_fit: 1 } },
      { id, values: { bestfit_fit: 2 } },
    ]);
    expect(results).toEqual([
      { id, kind: 'written' },
      { id, kind: 'written' },
    ]);
    expect([heldBy(0, 'bestfit_tier'), heldBy(0, 'bestfit_fit')]).toEqual(['A', '2']);
  });

  it.each([
    { kind: 'rate-limit' },
    { kind: 'server-error', status: 500 },
    { kind: 'server-error', status: 502 },
    { kind: 'server-error', status: 423 },
    { kind: 'cut', afterBytes: 0 },
    { kind: 'cut', afterBytes: 300 },
  ] as const)('survives %j', async (fault) => {
    bench.hubspot.faults.add(fault, { at: 'every', n: 2, endpoint: '/batch/update' });
    for (const start of [0, 100]) {
      const results = await source.write('companies', writes(200).slice(start, start + 100));
      expect(failures(results)).toEqual([]);
    }
    expect(heldBy(199, 'bestfit_fit')).toBe('199');
    expect(bench.hubspot.faults.shown).not.toHaveLength(0);
  });

  it('stops when the day is used up, and says so', async () => {
    await bench.close();
    bench = await startHubspotBench(
      { companies: 200, deals: 20, contacts: 20 },
      { plan: { burst: 190, daily: 5, search: 5 } },
    );
    source = bench.open();
    await source.prepare('companies', [tier, fit], { create: true });
    await source.write('companies', writes(100));
    await source.write('companies', writes(100));
    const third = source.write('companies', writes(100));
    await expect(third).rejects.toMatchObject({ code: 'connection.budget-spent' });
    expect(source.usage()).toMatchObject({ used: 5, limit: 5, unit: 'requests' });
    bench.clock.advance(24 * 3_600_000);
    expect(failures(await bench.open().write('companies', writes(100)))).toEqual([]);
  });
});
