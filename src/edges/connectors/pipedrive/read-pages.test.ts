import { afterEach, describe, expect, it } from 'vitest';
import { pipedrivePlan, pipedriveSecrets } from '../../../../samples/crm/pipedrive/index.ts';
import type { Fault } from '../../../../samples/crm/shared/index.ts';
import { type OpenPipedrive, openPipedrive } from '../../../../test/connectors/open-pipedrive.ts';
import { readStream } from '../../../../test/connectors/read-stream.ts';
import type { SourceRecord } from '../records/index.ts';

const size = { companies: 200, deals: 400, contacts: 300 };
const streams = ['companies', 'deals', 'contacts'] as const;
const dayMs = 86_400_000;

let pipedrive: OpenPipedrive;
afterEach(() => pipedrive.standIn.close());

const idsOf = (items: readonly { readonly id: string }[]): readonly number[] =>
  items.map(({ id }) => Number(id)).sort((one, other) => one - other);
const rowsToIds = (...rows: readonly (readonly number[])[]): readonly number[] =>
  rows
    .flat()
    .map((row) => row + 1)
    .sort((one, other) => one - other);
const oneTo = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i + 1);
const iso = (at: number): string => new Date(at).toISOString();

describe('a full read', () => {
  it('gives every record once, with all pages of 500', async () => {
    pipedrive = await openPipedrive({ companies: 1200, deals: 1300, contacts: 501 });
    for (const stream of streams) {
      const read = await readStream(pipedrive.open(), { stream });
      expect(idsOf(read.records)).toEqual(oneTo({ companies: 1200, deals: 1300, contacts: 501 }[stream]));
      expect(read).toMatchObject({ gone: [], complete: true });
    }
    expect(pipedrive.standIn.log.byEndpoint).toEqual({
      'GET /api/v2/organizations': 3,
      'GET /api/v2/deals': 4, // 3 pages, and one for what left the archive meanwhile
      'GET /api/v2/deals/archived': 1,
      'GET /api/v2/persons': 2,
    });
  });

  it('gives records without a date of last change too', async () => {
    pipedrive = await openPipedrive(size);
    const { records } = await readStream(pipedrive.open(), { stream: 'companies' });
    expect(records.filter(({ modifiedAt }) => modifiedAt === null)).toHaveLength(5);
    expect(records[0]?.modifiedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('gives the links and the stage of deals', async () => {
    pipedrive = await openPipedrive(size);
    const { world } = pipedrive.standIn.account.tables;
    const fields = ['stage_id', 'status', 'stage_change_time', 'close_time'];
    const { records, history } = await readStream(pipedrive.open(), { stream: 'deals', fields });
    for (const { id, links, values } of records) {
      const deal = Number(id) - 1;
      const contact = world.contactOfDeal(deal);
      expect(links).toEqual({
        companies: [String(world.companyOfDeal(deal) + 1)],
        contacts: contact === null ? [] : [String(contact + 1)],
      });
      const entries = history.filter((entry) => entry.deal === id);
      expect(entries[0]).toEqual({ deal: id, stage: values.stage_id, at: values.stage_change_time });
      const end = { deal: id, stage: values.status, at: values.close_time };
      expect(entries.slice(1)).toEqual(values.status === 'open' ? [] : [end]);
    }
  });

  it('misses no deal that leaves the archive while it lasts', async () => {
    pipedrive = await openPipedrive({ companies: 200, deals: 1100, contacts: 300 });
    const { deals } = pipedrive.standIn.account.tables;
    const archived = oneTo(1100).find((id) => deals.read(id - 1).values.is_archived === true)!;
    const source = pipedrive.open();
    let pages = 0;
    const read = await readStream(source, { stream: 'deals' }, () => {
      if (++pages === 2) deals.update(archived - 1, { is_archived: false }, pipedrive.clock.now());
      return source;
    });
    expect([...new Set(idsOf(read.records))]).toEqual(oneTo(1100));
  });

  it('goes on from any page in another process', async () => {
    pipedrive = await openPipedrive({ companies: 1200, deals: 1300, contacts: 501 });
    for (const stream of streams) {
      const read = await readStream(pipedrive.open(), { stream }, () => pipedrive.open());
      expect(idsOf(read.records)).toHaveLength({ companies: 1200, deals: 1300, contacts: 501 }[stream]);
    }
  });
});

describe('an incremental read', () => {
  async function changed(
    share: number,
  ): Promise<{ since: string; rows: ReturnType<OpenPipedrive['standIn']['changeShare']> }> {
    pipedrive.clock.advance(dayMs);
    const since = iso(pipedrive.clock.now() + 250);
    pipedrive.clock.advance(1500);
    return { since, rows: pipedrive.standIn.changeShare(share, 1) };
  }

  it('gives exactly what changed, and of deals what was deleted', async () => {
    pipedrive = await openPipedrive(size);
    const { since, rows } = await changed(0.1);
    pipedrive.standIn.log.clear();
    for (const stream of streams) {
      const { added, changed: edited, into, deleted } = rows[stream];
      const read = await readStream(pipedrive.open(), { stream, since });
      expect(idsOf(read.records)).toEqual(rowsToIds(added, edited, into));
      expect(idsOf(read.gone)).toEqual(stream === 'deals' ? rowsToIds(deleted) : []);
      expect(read.gone.every(({ how, into: to }) => how === 'deleted' && to === null)).toBe(true);
      expect(read.complete).toBe(false);
    }
    expect(pipedrive.standIn.log.total).toBe(4);
  });

  it('is followed by a full read that shows what else is gone', async () => {
    pipedrive = await openPipedrive(size);
    const { rows } = await changed(0.1);
    for (const stream of streams) {
      const { records, complete } = await readStream(pipedrive.open(), { stream });
      const { added, deleted, merged } = rows[stream];
      const there = new Set(idsOf(records));
      const missing = oneTo(size[stream]).filter((id) => !there.has(id));
      expect(missing).toEqual(rowsToIds(deleted, merged));
      expect(there.size).toBe(size[stream] - missing.length + added.length);
      expect(complete).toBe(true);
    }
  });

  it('of deals since longer ago than deletions are listed for reads everything', async () => {
    pipedrive = await openPipedrive(size);
    pipedrive.standIn.account.tables.deals.archive(6, pipedrive.clock.now());
    const since = iso(pipedrive.clock.now());
    pipedrive.clock.advance(29.5 * dayMs);
    const read = await readStream(pipedrive.open(), { stream: 'deals', since });
    expect(read.complete).toBe(true);
    expect([...new Set(idsOf(read.records))]).toEqual(oneTo(400).filter((id) => id !== 7));
  });

  it('tells deleted deals of the archive', async () => {
    pipedrive = await openPipedrive(size);
    const { deals } = pipedrive.standIn.account.tables;
    const archived = oneTo(400).find((id) => deals.read(id - 1).values.is_archived === true)!;
    pipedrive.clock.advance(dayMs);
    deals.archive(archived - 1, pipedrive.clock.now());
    const read = await readStream(pipedrive.open(), { stream: 'deals', since: iso(pipedrive.clock.now()) });
    expect(read.gone).toEqual([{ id: String(archived), how: 'deleted', into: null }]);
  });
});

describe('custom fields', () => {
  const code = (n: number): string => String(n).padStart(40, 'a');
  const tool = 'a1f0c3d4e5b6978812345678901234567890abcd';

  it('of up to 15 are asked for by name, of more all come: one pass in any case', async () => {
    pipedrive = await openPipedrive(size);
    const read = async (fields: readonly string[]): Promise<SourceRecord> =>
      (await readStream(pipedrive.open(), { stream: 'companies', fields })).records[0]!;
    const few = await read([tool, ...oneTo(14).map(code)]);
    const many = await read([tool, ...oneTo(15).map(code)]);
    expect(few.values[tool]).toBe(many.values[tool]);
    expect(pipedrive.standIn.log.total).toBe(2);
  });
});

const faults: readonly (readonly [string, Fault])[] = [
  ['too many requests', { kind: 'rate-limit' }],
  ['server errors', { kind: 'server-error', status: 500 }],
  ['gateway pages', { kind: 'server-error', status: 503 }],
  ['answers cut before they begin', { kind: 'cut', afterBytes: 0 }],
  ['answers cut in the middle', { kind: 'cut', afterBytes: 900 }],
  ['slow answers', { kind: 'slow', delayMs: 5 }],
];

describe('faults', () => {
  it.each(faults)('%s on every third request lose nothing', async (_, fault) => {
    pipedrive = await openPipedrive({ companies: 1200, deals: 1300, contacts: 501 });
    pipedrive.standIn.faults.add(fault, { at: 'every', n: 3, endpoint: null });
    const source = pipedrive.open();
    for (const stream of streams) {
      const { records } = await readStream(source, { stream });
      expect(idsOf(records)).toEqual(oneTo({ companies: 1200, deals: 1300, contacts: 501 }[stream]));
    }
    expect(pipedrive.standIn.faults.shown.length).toBeGreaterThan(2);
  });

  it('of a client that went on too long are waited out: the guard lets nobody through for a minute', async () => {
    pipedrive = await openPipedrive(size, { plan: { burst: 2, dailyTokens: 1000 } });
    const headers = { 'x-api-token': pipedriveSecrets.apiToken };
    for (let i = 0; i < 40; i++) await fetch(`${pipedrive.standIn.origin}/api/v2/stages`, { headers });
    const { records } = await readStream(pipedrive.open(), { stream: 'companies' });
    expect(records).toHaveLength(200);
    expect(pipedrive.context.waits).toEqual([
      { seconds: 61, why: 'Pipedrive lets nobody through who asked too often' },
    ]);
  });

  it('of a small plan are none: bursts are kept to, and a day that is spent ends the read with what came', async () => {
    pipedrive = await openPipedrive(
      { companies: 3000, deals: 100, contacts: 100 },
      { plan: { ...pipedrivePlan('lite', 1), dailyTokens: 45 } },
    );
    const source = pipedrive.open({ budgetShare: 1 });
    let last = '';
    const first = readStream(source, { stream: 'companies' }, (cursor) => {
      last = cursor;
      return source;
    });
    await expect(first).rejects.toMatchObject({
      code: 'connection.budget-spent',
      params: { used: 40, limit: 45, unit: 'tokens', resetsAt: '2026-09-02T00:00:00.000Z' },
    });
    pipedrive.clock.advance(dayMs / 2);
    const page = await pipedrive.open({ budgetShare: 1 }).read({
      stream: 'companies',
      fields: [],
      since: null,
      known: async () => [],
      cursor: last,
    });
    expect(page.records[0]?.id).toBe('2001');
    expect(pipedrive.standIn.log.byStatus[429] ?? 0).toBe(0);
  });
});
