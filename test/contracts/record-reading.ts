import { expect } from 'vitest';
import type { RecordSource } from '../../src/edges/connectors/records/index.ts';
import {
  type ChangedIds,
  defaultFields,
  knownIds,
  openSource,
  type RecordAccount,
  readPages,
  together,
} from './record-account.ts';
import { lacks, type RecordFacts } from './record-connector-contract.ts';

const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort();

/** The moment from which an incremental read begins that follows a read of now. */
function sinceNow({ clock, connector }: RecordAccount): string {
  return new Date(clock.now() - connector.overlapSeconds * 1000).toISOString();
}

/** Lets people work after the moment of a bookmark, until the vendor's lists know of it. */
async function workedOn(account: RecordAccount) {
  const since = sinceNow(account);
  const known = Object.fromEntries(account.streams.map((stream) => [stream, knownIds(account.ids(stream))]));
  account.clock.advance(60_000);
  const changed = await account.change();
  account.clock.advance(60_000);
  const read = async (stream: string) => {
    const { source } = openSource(account);
    const fields = await steadyFields(source, stream);
    return together(await readPages(source, { stream, fields, since, known: known[stream]! }));
  };
  return { since, known, changed, read };
}

/** The records of the first page that has any. */
async function firstRecords(source: RecordSource, stream: string, fields: readonly string[]) {
  for (let cursor: string | null = null; ; ) {
    const request = { stream, fields, since: null, cursor, known: async () => [] };
    const { records, next } = await source.read(request);
    if (records.length > 0 || next === null) return records;
    cursor = next;
  }
}

/** Fields whose values do not change by themselves. */
async function steadyFields(source: RecordSource, stream: string): Promise<readonly string[]> {
  const fields = await source.fields(stream);
  return fields.filter(({ byDefault, derived }) => byDefault && !derived).map(({ name }) => name);
}

/** Reading everything, on from anywhere, and what changed. */
export const readingFacts: RecordFacts = {
  'a full read gives every record once, and says that it did': {
    needs: null,
    holds: async (account) => {
      let several = false;
      for (const stream of account.streams) {
        const pages = await readPages(openSource(account).source, { stream });
        const came = pages.flatMap(({ records }) => records.map(({ id }) => id));
        expect(new Set(came).size, stream).toBe(came.length);
        expect(sorted(came), stream).toEqual(sorted(account.ids(stream)));
        expect(
          pages.map(({ complete }) => complete),
          stream,
        ).toEqual(pages.map((_, at) => at === pages.length - 1));
        several ||= pages.length > 1;
      }
      expect(several, 'the account is large enough for several pages').toBe(true);
    },
  },
  'values are texts of the fields that were asked for, and nothing else': {
    needs: null,
    holds: async (account) => {
      const { source } = openSource(account);
      for (const stream of account.streams) {
        const fields = await defaultFields(source, stream);
        for (const asked of [fields, fields.slice(0, 2)]) {
          const records = await firstRecords(source, stream, asked);
          const names = new Set(records.map(({ values }) => sorted(Object.keys(values)).join()));
          expect([...names], stream).toEqual([sorted(asked).join()]);
          const values = records.flatMap((record) => Object.values(record.values));
          expect(values.filter((value) => value !== null && typeof value !== 'string')).toEqual([]);
          const times = records.flatMap(({ modifiedAt }) => modifiedAt ?? []);
          expect(times.filter((time) => !(Date.parse(time) > 0))).toEqual([]);
        }
      }
    },
  },
  'any process goes on from a cursor, and gets the same pages': {
    needs: null,
    holds: async (account) => {
      for (const stream of account.streams) {
        const { source } = openSource(account);
        const fields = await steadyFields(source, stream);
        const pages = await readPages(source, { stream, fields });
        const others = await readPages(() => openSource(account).source, { stream, fields });
        expect(
          others.map(({ records }) => records),
          stream,
        ).toEqual(pages.map(({ records }) => records));
      }
    },
  },
  'a page that is asked for again is the same': {
    needs: null,
    holds: async (account) => {
      const [stream] = account.streams as [string];
      const { source } = openSource(account);
      const fields = (await source.fields(stream)).slice(0, 3).map(({ name }) => name);
      const request = { stream, fields, since: null, known: async () => [] };
      const first = await source.read({ ...request, cursor: null });
      const second = await source.read({ ...request, cursor: first.next });
      const again = await source.read({ ...request, cursor: first.next });
      expect(again.records).toEqual(second.records);
      expect(second.records).not.toEqual(first.records);
    },
  },
  'an incremental read finds everything that changed and nothing that did not, unless it says that all came':
    {
      needs: 'incremental',
      holds: async (account) => {
        const { changed, read } = await workedOn(account);
        for (const stream of account.streams) {
          const { added, changed: edited, merged } = changed[stream]!;
          const wanted = new Set([...added, ...edited, ...merged.map(({ into }) => into)]);
          const { records, complete } = await read(stream);
          if (complete) expect(sorted(records.keys()), stream).toEqual(sorted(account.ids(stream)));
          else expect(sorted(records.keys()), stream).toEqual(sorted(wanted));
        }
      },
    },
  'an incremental read after which nothing changed gives nothing': {
    needs: 'incremental',
    holds: async (account) => {
      account.clock.advance(3_600_000);
      const since = sinceNow(account);
      account.clock.advance(60_000);
      for (const stream of account.streams) {
        const { source } = openSource(account);
        const { records, gone } = together(
          await readPages(source, { stream, since, known: knownIds(account.ids(stream)) }),
        );
        expect([records.size, gone.length], stream).toEqual([0, 0]);
      }
    },
  },
  'an incremental read goes on in another process after every page': {
    needs: 'incremental',
    holds: async (account) => {
      const { since, known, read } = await workedOn(account);
      for (const stream of account.streams) {
        const whole = await read(stream);
        const fields = await steadyFields(openSource(account).source, stream);
        const next = () => openSource(account).source;
        const pages = await readPages(next, { stream, fields, since, known: known[stream]! });
        const parts = together(pages);
        expect([...parts.records.values()], stream).toEqual([...whole.records.values()]);
        expect(new Set(parts.gone.map(({ id }) => id))).toEqual(new Set(whole.gone.map(({ id }) => id)));
      }
    },
  },
  'what people do while a full read lasts is found by the next incremental read': {
    needs: 'incremental',
    holds: async (account) => {
      const [stream] = account.streams as [string];
      const since = sinceNow(account);
      const { source } = openSource(account);
      const fields = await steadyFields(source, stream);
      let reads = 0;
      const seen = new Map<string, unknown>();
      let changed: ChangedIds | null = null;
      for (let cursor: string | null = null; ; reads++) {
        const page = await source.read({ stream, fields, since: null, cursor, known: async () => [] });
        for (const { id } of page.records) seen.set(id, true);
        for (const { id } of page.gone) seen.delete(id);
        if (reads === 0) changed = (await account.change())[stream]!;
        if (page.next === null) break;
        cursor = page.next;
      }
      account.clock.advance(60_000);
      const reading = { stream, fields, since, known: knownIds([...seen.keys()]) };
      const after = together(await readPages(openSource(account).source, reading));
      for (const { id } of after.gone) seen.delete(id);
      for (const id of after.records.keys()) seen.set(id, true);
      for (const id of [...changed!.added, ...changed!.changed]) expect(after.records.has(id), id).toBe(true);
      const missed = account.ids(stream).filter((id) => !seen.has(id));
      expect(missed).toEqual([]);
      if (
        lacks(account.connector, 'deletions') ||
        account.connector.capabilities.fullReadFor.includes(stream)
      )
        return;
      expect(sorted(seen.keys())).toEqual(sorted(account.ids(stream)));
    },
  },
  'deletions are told by name, and nothing that lives': {
    needs: 'deletions',
    holds: async (account) => {
      const { changed, read } = await workedOn(account);
      const { fullReadFor } = account.connector.capabilities;
      for (const stream of account.streams) {
        const { gone } = await read(stream);
        const told = gone.filter(({ how }) => how === 'deleted').map(({ id }) => id);
        const alive = new Set(account.ids(stream));
        expect(
          gone.filter(({ id }) => alive.has(id)),
          stream,
        ).toEqual([]);
        if (!fullReadFor.includes(stream))
          expect(told, stream).toEqual(expect.arrayContaining([...changed[stream]!.deleted]));
      }
    },
  },
  'what is missing from a full read is gone': {
    needs: null,
    holds: async (account) => {
      const { changed } = await workedOn(account);
      for (const stream of account.streams) {
        const { records, complete } = together(await readPages(openSource(account).source, { stream }));
        expect(complete, stream).toBe(true);
        expect(sorted(records.keys()), stream).toEqual(sorted(account.ids(stream)));
        for (const id of changed[stream]!.deleted) expect(records.has(id)).toBe(false);
      }
    },
  },
  'merges are told with what they left': {
    needs: 'merges',
    holds: async (account) => {
      const { changed, read } = await workedOn(account);
      for (const stream of account.streams) {
        const { gone, records } = await read(stream);
        const told = gone.filter(({ how }) => how === 'merged').map(({ id, into }) => ({ id, into }));
        const { merged } = changed[stream]!;
        expect(told, stream).toEqual(expect.arrayContaining([...merged]));
        for (const { into } of merged) expect(records.has(into), `${stream} ${into}`).toBe(true);
      }
    },
  },
  'links are those of the account, and read again where a move is not told': {
    needs: 'incremental',
    asks: 'links',
    holds: async (account) => {
      const since = sinceNow(account);
      account.clock.advance(60_000);
      const { stream, id, to } = account.relink!();
      account.clock.advance(60_000);
      const reading = { stream, since, known: knownIds(account.ids(stream)) };
      const { records, relinked } = together(await readPages(openSource(account).source, reading));
      const links = relinked.get(id) ?? records.get(id)?.links;
      expect(links?.companies).toEqual([to]);
      const full = together(await readPages(openSource(account).source, { stream }));
      expect(full.records.get(id)!.links.companies).toEqual([to]);
    },
  },
  'deals come with the stages that they entered': {
    needs: 'stageHistory',
    holds: async (account) => {
      const { history, records } = together(await readPages(openSource(account).source, { stream: 'deals' }));
      expect(new Set(history.map(({ deal }) => deal)).size).toBe(records.size);
      for (const { at } of history) expect(Date.parse(at)).toBeLessThanOrEqual(account.clock.now());
      const entries = new Set(history.map((entry) => JSON.stringify(entry)));
      expect(entries.size).toBe(history.length);
    },
  },
};
