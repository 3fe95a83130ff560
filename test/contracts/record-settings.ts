import { expect } from 'vitest';
import type { Capabilities } from '../../src/edges/connectors/records/index.ts';
import { openSource } from './record-account.ts';
import { lacks, type RecordFacts } from './record-connector-contract.ts';

const names: readonly (keyof Capabilities)[] = [
  'incremental',
  'deletions',
  'fullReadFor',
  'merges',
  'stageHistory',
  'writeBatch',
  'createsFields',
];

/** What a connector says of itself, of the account and of its fields. */
export const settingFacts: RecordFacts = {
  'everything that it cannot do has a reason': {
    needs: null,
    holds: async ({ connector }) => {
      for (const name of names)
        if (lacks(connector, name)) expect(connector.capabilities.skips[name], name).toMatch(/.{10}/);
      for (const stream of connector.capabilities.fullReadFor) expect(connector.streams).toContain(stream);
    },
  },
  'limits and needs are data with names of their own, limits with their source': {
    needs: null,
    holds: async ({ connector }) => {
      const { limits, needs } = connector;
      expect(new Set(limits.map(({ name }) => name)).size).toBe(limits.length);
      for (const limit of limits) expect(limit).toMatchObject({ source: expect.stringMatching(/.{10}/) });
      expect(new Set(needs.map(({ variable }) => variable)).size).toBe(needs.length);
      for (const { variable } of needs) expect(variable).toMatch(/^BESTFIT_[A-Z_]+$/);
      expect(JSON.parse(JSON.stringify({ ...connector, open: null }))).toEqual({ ...connector, open: null });
    },
  },
  'check names the account and every stream': {
    needs: null,
    holds: async (account) => {
      const { source } = openSource(account);
      const check = await source.check();
      expect(check.account).not.toBe('');
      expect(check.streams.map(({ stream }) => stream)).toEqual(account.streams);
      for (const stream of check.streams) {
        expect(stream).toMatchObject({ readable: true, missing: null });
        if (stream.records !== null) expect(stream.records).toBe(account.ids(stream.stream).length);
      }
    },
  },
  'fields have names and headers of their own, one of them the id': {
    needs: null,
    holds: async (account) => {
      const { source } = openSource(account);
      for (const stream of account.streams) {
        const fields = await source.fields(stream);
        expect(new Set(fields.map(({ name }) => name)).size, stream).toBe(fields.length);
        expect(new Set(fields.map(({ header }) => header)).size, stream).toBe(fields.length);
        expect(
          fields.some(({ byDefault }) => byDefault),
          stream,
        ).toBe(true);
        for (const { options } of fields)
          if (options !== null) expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
        expect(JSON.parse(JSON.stringify(fields))).toEqual(fields);
      }
    },
  },
  'stages stand in the order of their pipelines': {
    needs: 'stageHistory',
    holds: async (account) => {
      const stages = await openSource(account).source.stages();
      for (const pipeline of new Set(stages.map((stage) => stage.pipeline))) {
        const of = stages.filter((stage) => stage.pipeline === pipeline);
        expect(
          of.map(({ place }) => place),
          pipeline,
        ).toEqual(of.map((_, at) => at));
      }
      expect(new Set(stages.map(({ id }) => id)).size).toBe(stages.length);
    },
  },
};
