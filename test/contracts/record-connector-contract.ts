import { afterEach, beforeEach, describe, it } from 'vitest';
import type { Capabilities, RecordConnector } from '../../src/edges/connectors/records/index.ts';
import type { ConnectorUnderTest, RecordAccount } from './record-account.ts';
import { faultFacts } from './record-faults.ts';
import { readingFacts } from './record-reading.ts';
import { settingFacts } from './record-settings.ts';
import { writingFacts } from './record-writing.ts';

/** One fact of the contract: what must hold, and which capability it rests on. */
export interface RecordFact {
  /** Left out for a connector without it, with the reason that it gives in `skips`. */
  readonly needs: keyof Capabilities | null;
  /** What the account must have for it. */
  readonly asks?: 'network' | 'links';
  readonly holds: (account: RecordAccount) => Promise<void>;
}

export type RecordFacts = Readonly<Record<string, RecordFact>>;

const parts: Readonly<Record<string, RecordFacts>> = {
  'what it says of itself': settingFacts,
  reading: readingFacts,
  'what goes wrong': faultFacts,
  writing: writingFacts,
};

/**
 * Runs the contract of sources of records on one connector, each fact on an account of its own. Facts that rest on what a
 * connector cannot do stay visible with its reason.
 */
export function describeRecordConnector({ connector, without = {}, start }: ConnectorUnderTest): void {
  describe(`${connector.label} keeps the contract of sources of records`, () => {
    let account: RecordAccount;
    beforeEach(async () => {
      account = await start();
    });
    afterEach(() => account.close());
    for (const [part, facts] of Object.entries(parts)) {
      describe(part, () => {
        for (const [title, { needs, asks, holds }] of Object.entries(facts)) {
          const lacking = asks === undefined ? null : (without[asks] ?? null);
          const reason = lacking ?? reasonToSkip(connector, needs);
          if (reason === null) it(title, () => holds(account));
          else it.skip(`${title} (skipped: ${reason})`, () => undefined);
        }
      });
    }
  });
}

/** Whether a capability is there: what is not has a reason, which a fact of the contract asks for. */
export function lacks({ capabilities }: RecordConnector, name: keyof Capabilities): boolean {
  const { incremental, deletions, merges, stageHistory, writeBatch, createsFields } = capabilities;
  switch (name) {
    case 'incremental':
      return !incremental;
    case 'deletions':
      return deletions === 'by-full-read';
    case 'fullReadFor':
      return capabilities.fullReadFor.length > 0;
    case 'merges':
      return merges === 'untold';
    case 'stageHistory':
      return stageHistory === 'none';
    case 'writeBatch':
      return writeBatch === 0;
    case 'createsFields':
      return !createsFields;
    case 'skips':
      return false;
  }
}

function reasonToSkip(connector: RecordConnector, needs: keyof Capabilities | null): string | null {
  if (needs === null || !lacks(connector, needs)) return null;
  return connector.capabilities.skips[needs] ?? 'no reason given';
}
