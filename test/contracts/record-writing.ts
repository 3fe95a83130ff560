import { expect } from 'vitest';
import type { RecordSource, RecordWrite, WriteField } from '../../src/edges/connectors/records/index.ts';
import { openSource, type RecordAccount, readPages, together } from './record-account.ts';
import type { RecordFacts } from './record-connector-contract.ts';
import { nearlySpent } from './record-faults.ts';

const fields: readonly WriteField[] = [
  {
    name: 'bestfit_tier',
    label: 'Bestfit tier',
    description: 'How well it fits.',
    kind: 'option',
    options: ['A', 'B', 'C', 'D'],
  },
  { name: 'bestfit_fit', label: 'Bestfit fit', description: 'Points.', kind: 'number', options: null },
  { name: 'bestfit_play', label: 'Bestfit play', description: 'What to do.', kind: 'text', options: null },
  {
    name: 'bestfit_reasons',
    label: 'Bestfit reasons',
    description: 'Why.',
    kind: 'long-text',
    options: null,
  },
  {
    name: 'bestfit_scored_on',
    label: 'Bestfit scored on',
    description: 'When.',
    kind: 'date',
    options: null,
  },
];

/** The names under which the source holds the fields, by ours. */
async function targets(source: RecordSource, stream: string): Promise<Readonly<Record<string, string>>> {
  const prepared = await source.prepare(stream, fields, { create: true });
  return Object.fromEntries(prepared.map(({ name, target }) => [name, target!]));
}

function values(names: Readonly<Record<string, string>>, tier: string): RecordWrite['values'] {
  return {
    [names.bestfit_tier!]: tier,
    [names.bestfit_fit!]: 17,
    [names.bestfit_play!]: 'call today',
    [names.bestfit_reasons!]: 'Private clinic · 10 to 60 people',
    [names.bestfit_scored_on!]: '2026-09-01',
  };
}

/** What records hold of our fields, options by their labels. */
async function held(account: RecordAccount, stream: string, names: Readonly<Record<string, string>>) {
  const { source } = openSource(account);
  const known = new Map((await source.fields(stream)).map((field) => [field.name, field]));
  const { records } = together(await readPages(source, { stream, fields: Object.values(names) }));
  return (id: string, name: string): string | null => {
    const target = names[name]!;
    const value = records.get(id)!.values[target] ?? null;
    return known.get(target)?.options?.find((option) => option.value === value)?.label ?? value;
  };
}

/** Writing back: fields once, values in batches, every record with its own result. */
export const writingFacts: RecordFacts = {
  'fields are made once, and only when asked': {
    needs: 'createsFields',
    holds: async (account) => {
      const { stream } = account.writable!;
      const { source } = openSource(account);
      const before = (await source.fields(stream)).length;
      const looked = await source.prepare(stream, fields, { create: false });
      expect(looked.map(({ state, target }) => [state, target])).toEqual(fields.map(() => ['missing', null]));
      for (const { remedy } of looked) expect(remedy).toMatch(/.{10}/);
      const made = await source.prepare(stream, fields, { create: true });
      expect(made.map(({ name, state, remedy }) => [name, state, remedy])).toEqual(
        fields.map(({ name }) => [name, 'created', null]),
      );
      const again = await openSource(account).source.prepare(stream, fields, { create: true });
      expect(again).toEqual(made.map((field) => ({ ...field, state: 'there' })));
      const now = await openSource(account).source.fields(stream);
      expect(now.length).toBe(before + fields.length);
      for (const { target } of made) {
        const field = now.find(({ name }) => name === target);
        expect(field).toMatchObject({ writable: true, byDefault: false });
      }
    },
  },
  'a batch is written, the same again changes nothing, and null empties': {
    needs: 'writeBatch',
    holds: async (account) => {
      const { stream } = account.writable!;
      const { source } = openSource(account);
      const names = await targets(source, stream);
      const ids = account.ids(stream).slice(0, Math.min(7, account.connector.capabilities.writeBatch));
      const before = account.ids(stream);
      for (let times = 0; times < 2; times++) {
        const batch = ids.map((id) => ({ id, values: values(names, 'B') }));
        expect(await source.write(stream, batch)).toEqual(ids.map((id) => ({ id, kind: 'written' })));
      }
      const cleared = ids.slice(0, 1).map((id) => ({ id, values: { [names.bestfit_tier!]: null } }));
      expect(await source.write(stream, cleared)).toEqual([{ id: ids[0], kind: 'written' }]);
      const read = await held(account, stream, names);
      expect(read(ids[0]!, 'bestfit_tier')).toBeNull();
      expect(read(ids[1]!, 'bestfit_tier')).toBe('B');
      expect(Number(read(ids[1]!, 'bestfit_fit'))).toBe(17);
      expect(read(ids[1]!, 'bestfit_play')).toBe('call today');
      expect(read(ids[1]!, 'bestfit_reasons')).toBe('Private clinic · 10 to 60 people');
      expect(read(ids[1]!, 'bestfit_scored_on')).toMatch(/^2026-09-01/);
      expect(read(before.at(-1)!, 'bestfit_tier')).toBeNull();
      expect(account.ids(stream)).toEqual(before);
    },
  },
  'records that fail do not keep the others, and say why': {
    needs: 'writeBatch',
    holds: async (account) => {
      const { stream, refuse } = account.writable!;
      const changed = (await account.change())[stream]!;
      account.clock.advance(60_000);
      const { source } = openSource(account);
      const names = await targets(source, stream);
      const live = account.ids(stream).slice(0, 4) as [string, string, string, string];
      refuse?.(live[1]);
      const deleted = changed.deleted[0]!;
      const ids = [live[0], live[1], deleted, live[2]];
      const batch = ids.map((id) => ({ id, values: values(names, 'A') }));
      batch.push({ id: live[3], values: { ...values(names, 'A'), [names.bestfit_fit!]: 'no number' } });
      const results = await source.write(stream, batch);
      expect(results.map(({ id }) => id)).toEqual(batch.map(({ id }) => id));
      const kinds = results.map(({ kind }) => kind);
      expect(kinds).toEqual([
        'written',
        refuse === null ? 'written' : 'failed',
        'failed',
        'written',
        'failed',
      ]);
      for (const result of results)
        if (result.kind === 'failed') expect([result.code, result.message]).not.toContain('');
      const read = await held(account, stream, names);
      expect([read(live[0], 'bestfit_tier'), read(live[2], 'bestfit_tier')]).toEqual(['A', 'A']);
      expect(read(live[3], 'bestfit_tier')).toBeNull();
    },
  },
  'a record that was merged into another is told as moved or failed, not as written': {
    needs: 'writeBatch',
    holds: async (account) => {
      const { stream } = account.writable!;
      const [merged] = (await account.change())[stream]!.merged;
      account.clock.advance(60_000);
      const { source } = openSource(account);
      const names = await targets(source, stream);
      const [result] = await source.write(stream, [{ id: merged!.id, values: values(names, 'C') }]);
      if (result!.kind === 'moved')
        expect(result).toEqual({ id: merged!.id, kind: 'moved', to: merged!.into });
      else expect(result).toMatchObject({ id: merged!.id, kind: 'failed' });
    },
  },
  'failures in passing during a write lose nothing': {
    needs: 'writeBatch',
    asks: 'network',
    holds: async (account) => {
      const { stream } = account.writable!;
      const names = await targets(openSource(account).source, stream);
      const ids = account.ids(stream).slice(0, 12);
      const { faults } = account.online!;
      faults.add({ kind: 'server-error', status: 502 }, { at: 'every', n: 3, endpoint: null });
      faults.add({ kind: 'cut', afterBytes: 20 }, { at: 'every', n: 4, endpoint: null });
      const { source } = openSource(account);
      for (const id of ids) {
        const [result] = await source.write(stream, [{ id, values: values(names, 'A') }]);
        expect(result).toEqual({ id, kind: 'written' });
      }
      faults.clear();
      const read = await held(account, stream, names);
      for (const id of ids) expect(read(id, 'bestfit_tier')).toBe('A');
    },
  },
  'a write costs what was said before, and stops before the share of the day is passed': {
    needs: 'writeBatch',
    holds: async (account) => {
      const { stream } = account.writable!;
      const { source } = openSource(account);
      const names = await targets(source, stream);
      const ids = account.ids(stream);
      await source.write(stream, [{ id: ids[0]!, values: values(names, 'D') }]);
      for (const size of [1, account.connector.capabilities.writeBatch]) {
        const batch = ids.slice(0, size).map((id) => ({ id, values: values(names, 'C') }));
        const before = source.usage().used;
        await source.write(stream, batch);
        expect(source.usage().used - before, `${batch.length} records`).toBeLessThanOrEqual(
          source.costOfWrite(batch.length),
        );
      }
      const usage = nearlySpent(account, source.usage());
      const spent = openSource(account, { usage }).source;
      const requests = account.online?.requests();
      const write = spent.write(stream, [{ id: ids[0]!, values: values(names, 'A') }]);
      await expect(write).rejects.toMatchObject({ code: 'connection.budget-spent' });
      expect(account.online?.requests()).toBe(requests);
    },
  },
};
