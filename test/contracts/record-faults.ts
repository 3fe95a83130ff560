import { expect } from 'vitest';
import type { Fault } from '../../samples/crm/shared/index.ts';
import { BestfitError } from '../../src/base/errors/index.ts';
import type { RecordSource, Usage } from '../../src/edges/connectors/records/index.ts';
import { type OnlineAccount, openSource, type RecordAccount, readPages, together } from './record-account.ts';
import type { RecordFacts } from './record-connector-contract.ts';

const passing: readonly Fault[] = [
  { kind: 'server-error', status: 500 },
  { kind: 'server-error', status: 502 },
  { kind: 'server-error', status: 503 },
  { kind: 'cut', afterBytes: 0 },
  { kind: 'cut', afterBytes: 40 },
  { kind: 'slow', delayMs: 5 },
];

async function expectWhole(account: RecordAccount, source: RecordSource): Promise<void> {
  for (const stream of account.streams) {
    const { records } = together(await readPages(source, { stream }));
    expect([...records.keys()].sort(), stream).toEqual([...account.ids(stream)].sort());
  }
}

async function refusalOf(work: Promise<unknown>): Promise<BestfitError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(BestfitError);
  return thrown as BestfitError;
}

/** A usage at which the next request would pass the share that is allowed. */
export function nearlySpent(account: RecordAccount, usage: Usage): Usage {
  const limit = usage.limit ?? 1000;
  const since = new Date(account.clock.now()).toISOString();
  return { ...usage, since, used: Math.floor(limit * account.settings.budgetShare), limit, resetsAt: null };
}

function online({ online: there }: RecordAccount): OnlineAccount {
  if (there === null) throw new Error('an account without a network says so by `without`');
  return there;
}

/** Faults of the vendor and the network, tokens, and the day's budget. */
export const faultFacts: RecordFacts = {
  'failures in passing of every kind cost time and lose nothing': {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const { faults } = online(account);
      for (const [nth, fault] of passing.entries()) {
        const streams = account.streams.slice(nth % account.streams.length).slice(0, 1);
        faults.clear();
        faults.add(fault, { at: 'every', n: 3, endpoint: null });
        await expectWhole({ ...account, streams }, openSource(account).source);
        expect(faults.shown.length, JSON.stringify(fault)).toBeGreaterThan(0);
      }
    },
  },
  'too many requests is waited out, or ends the day where it means that': {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const there = online(account);
      const { faults, tooMany } = there;
      faults.add({ kind: 'rate-limit' }, { at: 'every', n: 3, endpoint: null });
      const { source } = openSource(account);
      if (tooMany === 'wait') return expectWhole(account, source);
      const refusal = await refusalOf(expectWhole(account, source));
      expect(refusal.code).toBe('connection.budget-spent');
    },
  },
  'a token that ends in the middle is made new': {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const there = online(account);
      const { source } = openSource(account, { secrets: there.renewable });
      for (const stream of account.streams) {
        const pages = await readPages(
          () => {
            there.endTokens();
            return source;
          },
          { stream },
        );
        expect(together(pages).records.size, stream).toBe(account.ids(stream).length);
      }
      for (const n of [2, 11, 30])
        there.faults.add({ kind: 'unauthorized' }, { at: 'nth', n, endpoint: null });
      await expectWhole(account, openSource(account, { secrets: there.renewable }).source);
    },
  },
  'a token that opens nothing is refused clearly, a missing one is named': {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const there = online(account);
      const [stream] = account.streams as [string];
      const read = (secrets: Readonly<Record<string, string>>) => {
        const { source } = openSource(account, { secrets });
        return refusalOf(
          source.read({ stream, fields: [], since: null, cursor: null, known: async () => [] }),
        );
      };
      expect((await read(there.wrong)).code).toBe('connection.unauthorized');
      const missing = await read({});
      expect(missing.code).toBe('connection.secret-missing');
      const { variables } = missing.params as { readonly variables: readonly string[] };
      expect(variables.length).toBeGreaterThan(0);
      expect(account.connector.needs.map(({ variable }) => variable)).toEqual(
        expect.arrayContaining([...variables]),
      );
    },
  },
  'no secret is in a refusal or in what is told of waits': {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const there = online(account);
      const told: string[] = [];
      const lasting: readonly Fault[] = [
        ...passing.filter(({ kind }) => kind !== 'slow'),
        { kind: 'unauthorized' },
        { kind: 'rate-limit' },
      ];
      for (const fault of lasting)
        for (const secrets of [account.secrets, there.renewable, there.wrong]) {
          there.faults.clear();
          there.faults.add(fault, { at: 'every', n: 1, endpoint: null });
          const { source, context } = openSource(account, { secrets });
          const { message, remedy, params, stack, cause } = await refusalOf(source.check());
          told.push(message, remedy, JSON.stringify([params, context.waits]), String(stack), String(cause));
        }
      const secrets = [account.secrets, there.renewable, there.wrong].flatMap((each) => Object.entries(each));
      for (const [name, value] of secrets)
        if (name !== 'client-id') expect(told.join('\n'), name).not.toContain(value);
    },
  },
  "the day's budget is not passed, and the work goes on the next day": {
    needs: null,
    asks: 'network',
    holds: async (account) => {
      const there = online(account);
      const [stream] = account.streams as [string];
      const first = openSource(account);
      const fields = (await first.source.fields(stream)).slice(0, 3).map(({ name }) => name);
      const reading = { stream, fields, since: null, known: async () => [] };
      const page = await first.source.read({ ...reading, cursor: null });
      const usage = first.source.usage();
      expect(usage.used).toBeGreaterThan(0);
      expect(usage).toEqual(first.context.usages.at(-1));
      const { source } = openSource(account, { usage: nearlySpent(account, usage) });
      const before = there.requests();
      const refusal = await refusalOf(source.read({ ...reading, cursor: page.next }));
      expect(refusal.code).toBe('connection.budget-spent');
      expect(there.requests()).toBe(before);
      account.clock.advance(86_400_000);
      expect((await source.read({ ...reading, cursor: page.next })).records.length).toBeGreaterThan(0);
    },
  },
};
