import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pipedrivePlan } from '../../../../samples/crm/pipedrive/index.ts';
import { type OpenPipedrive, openPipedrive } from '../../../../test/connectors/open-pipedrive.ts';
import type { RecordSource, RecordWrite, WriteField } from '../records/index.ts';

const size = { companies: 120, deals: 20, contacts: 20 };
const tier: WriteField = {
  name: 'bestfit_tier',
  label: 'Bestfit tier',
  description: 'Tier of the page',
  kind: 'option',
  options: ['A', 'B', 'C', 'D'],
};
const plain = (name: string, kind: WriteField['kind']): WriteField => {
  return { name: `bestfit_${name}`, label: `Bestfit ${name}`, description: name, kind, options: null };
};
const fields = [tier, plain('fit', 'number'), plain('reasons', 'long-text'), plain('scored on', 'date')];

let pipedrive: OpenPipedrive;
beforeEach(async () => {
  pipedrive = await openPipedrive(size);
});
afterEach(() => pipedrive.standIn.close());

async function reopen(options: Parameters<typeof openPipedrive>[1]): Promise<void> {
  await pipedrive.standIn.close();
  pipedrive = await openPipedrive(size, options);
}

async function targets(source: RecordSource): Promise<readonly string[]> {
  return (await source.prepare('companies', fields, { create: true })).map(({ target }) => target!);
}

const custom = (id: number) => pipedrive.standIn.account.tables.companies.read(id - 1).values;
const labelOf = (code: string, option: unknown): string | undefined =>
  pipedrive.standIn.account.fields.organizations.get(code)?.options?.find(({ id }) => id === option)?.label;

describe('fields', () => {
  it('are made once, and found by the next', async () => {
    const source = pipedrive.open();
    const first = await source.prepare('companies', fields, { create: true });
    expect(first.map(({ name, state }) => [name, state])).toEqual(
      fields.map(({ name }) => [name, 'created']),
    );
    expect(first.every(({ target }) => /^[0-9a-f]{40}$/.test(target!))).toBe(true);
    for (const next of [source, pipedrive.open()]) {
      const again = await next.prepare('companies', fields, { create: true });
      expect(again).toEqual(first.map((field) => ({ ...field, state: 'there' })));
    }
    expect(pipedrive.standIn.log.count('POST')).toBe(4);
  });

  it('that may not be made are missing, with what a person must do', async () => {
    const prepared = await pipedrive.open().prepare('companies', fields, { create: false });
    expect(prepared[0]).toEqual({
      name: 'bestfit_tier',
      target: null,
      state: 'missing',
      remedy:
        'Make the custom field `Bestfit tier` of type enum in Pipedrive with the options `A`, `B`, `C`, `D`, or let Bestfit make it.',
    });
    expect(pipedrive.standIn.log.count('POST')).toBe(0);
  });

  it('get the options that they lack', async () => {
    const source = pipedrive.open();
    await source.prepare('companies', [{ ...tier, options: ['A', 'B'] }], { create: true });
    const [asked] = await source.prepare('companies', [tier], { create: false });
    expect(asked?.remedy).toBe('Add to the field `Bestfit tier` in Pipedrive the options `C`, `D`.');
    const [ready] = await source.prepare('companies', [tier], { create: true });
    expect(ready?.state).toBe('there');
    const result = await source.write('companies', [{ id: '1', values: { [ready!.target!]: 'D' } }]);
    expect(result).toEqual([{ id: '1', kind: 'written' }]);
    expect(labelOf(ready!.target!, custom(1)[ready!.target!])).toBe('D');
  });

  it('of the same name and another type are left alone', async () => {
    const [found] = await pipedrive
      .open()
      .prepare('companies', [{ ...plain('x', 'date'), label: 'Founded' }], { create: true });
    expect(found).toMatchObject({ state: 'missing', target: null });
    expect(found?.remedy).toContain('`Founded` is of another type (double)');
  });

  it('whose answer was cut are not made twice', async () => {
    const cut = { kind: 'cut', afterBytes: 10 } as const;
    pipedrive.standIn.faults.add(cut, { at: 'nth', n: 1, endpoint: 'POST' });
    const [made] = await pipedrive.open().prepare('companies', [tier], { create: true });
    expect(made?.state).toBe('created');
    const named = [...pipedrive.standIn.account.fields.organizations.values()].filter(
      ({ field_name: name }) => name === 'Bestfit tier',
    );
    expect(named.map(({ field_code: code }) => code)).toEqual([made?.target]);
  });
});

describe('a write', () => {
  it('sets values by the types of their fields, and empties them with null', async () => {
    const source = pipedrive.open();
    const [tierCode, fit, reasons, day] = (await targets(source)) as [string, string, string, string];
    const values = { [tierCode]: 'B', [fit]: 12, [reasons]: 'x'.repeat(300), [day]: '2026-09-01T10:00:00Z' };
    await source.write('companies', [{ id: '3', values }]);
    expect(custom(3)).toMatchObject({ [fit]: 12, [reasons]: 'x'.repeat(300), [day]: '2026-09-01' });
    expect(labelOf(tierCode, custom(3)[tierCode])).toBe('B');
    await source.write('companies', [{ id: '3', values: { [tierCode]: null, [fit]: null } }]);
    expect(custom(3)).toMatchObject({ [tierCode]: null, [fit]: null });
  });

  it('tells by record what failed, and writes the others', async () => {
    const source = pipedrive.open();
    const [tierCode, fit] = (await targets(source)) as [string, string];
    const { companies } = pipedrive.standIn.account.tables;
    companies.archive(4, pipedrive.clock.now());
    companies.merge([5, 6], pipedrive.clock.now());
    const write = (id: string, values: RecordWrite['values']): RecordWrite => ({ id, values });
    const results = await source.write('companies', [
      write('1', { [fit]: 1 }),
      write('5', { [fit]: 1 }),
      write('7', { [fit]: 1 }),
      write('99999', { [fit]: 1 }),
      write('2', { [fit]: 'many' }),
      write('3', { [tierCode]: 'Z' }),
      write('4', { nothing_such: 1 }),
      write('8', { [fit]: 2 }),
    ]);
    expect(
      results.map((result) => [result.id, result.kind === 'failed' ? result.code : result.kind]),
    ).toEqual([
      ['1', 'written'],
      ['5', 'deleted'],
      ['7', 'not-found'],
      ['99999', 'not-found'],
      ['2', 'refused'],
      ['3', 'refused'],
      ['4', 'unknown-field'],
      ['8', 'written'],
    ]);
    expect([custom(1)[fit], custom(8)[fit]]).toEqual([1, 2]);
  });

  it('costs what was said before, with bursts kept to', async () => {
    await reopen({ plan: pipedrivePlan('lite', 1) });
    const source = pipedrive.open({ options: { plan: 'lite', seats: '1' } });
    const [, fit] = (await targets(source)) as [string, string];
    await source.fields('companies');
    const before = pipedrive.standIn.spentToday();
    const batch = Array.from({ length: 100 }, (_, i) => ({ id: String(i + 1), values: { [fit]: i } }));
    for (const part of [batch.slice(0, 50), batch.slice(50)]) {
      const results = await source.write('companies', part);
      expect(results.every(({ kind }) => kind === 'written')).toBe(true);
    }
    expect(pipedrive.standIn.spentToday() - before).toBe(source.costOfWrite(100));
    expect(source.costOfWrite(100)).toBe(500);
    expect(pipedrive.standIn.log.byStatus[429] ?? 0).toBe(0);
    expect(source.usage()).toMatchObject({ used: pipedrive.standIn.spentToday(), limit: 30_000 });
  });

  it('that meets the end of the day’s budget loses no result; the next begins with the refusal', async () => {
    const source = pipedrive.open();
    const [, fit] = (await targets(source)) as [string, string];
    const batch = Array.from({ length: 20 }, (_, i) => ({ id: String(i + 1), values: { [fit]: i } }));
    await pipedrive.open().fields('companies');
    const spent = pipedrive.standIn.spentToday();
    const share = (spent + 10 + 7 * 5 + 1) / pipedrivePlan('premium', 5).dailyTokens;
    const tight = pipedrive.open({ options: { plan: 'premium', seats: '5' }, budgetShare: share });
    const results = await tight.write('companies', batch);
    const codes = results.map((result) => (result.kind === 'failed' ? result.code : result.kind));
    expect(codes.filter((code) => code === 'written')).toHaveLength(7);
    expect(codes.filter((code) => code === 'budget-spent')).toHaveLength(13);
    const refused = { code: 'connection.budget-spent' };
    await expect(tight.write('companies', batch.slice(7))).rejects.toMatchObject(refused);
  });

  it.each([
    { kind: 'rate-limit' },
    { kind: 'server-error', status: 503 },
    { kind: 'cut', afterBytes: 5 },
  ] as const)('survives %j on every third request', async (fault) => {
    const source = pipedrive.open();
    const [, fit] = (await targets(source)) as [string, string];
    pipedrive.standIn.faults.add(fault, { at: 'every', n: 3, endpoint: 'PATCH' });
    const batch = Array.from({ length: 50 }, (_, i) => ({ id: String(i + 1), values: { [fit]: i } }));
    const results = await source.write('companies', batch);
    expect(results.filter(({ kind }) => kind !== 'written')).toEqual([]);
    expect(batch.filter((_, i) => custom(i + 1)[fit] !== i)).toEqual([]);
  });
});
