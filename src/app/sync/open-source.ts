import type { RecordSource, Usage } from '../../edges/connectors/index.ts';
import { workEvent } from '../work-event.ts';
import type { Workspace } from '../workspace.ts';
import type { KnownConnection } from './find-connection.ts';
import type { SyncRequest } from './types.ts';

/** An open source, and what talking to it cost so far. */
export interface OpenedSource {
  readonly source: RecordSource;
  /** Seconds that it waited for limits. */
  readonly waited: () => number;
  /** Keeps what was used of the day's budget. */
  readonly saveUsage: () => Promise<Usage>;
}

/** Opens the source behind a connection: its clock, waits and secrets are those of the workspace. */
export function openSource(
  workspace: Workspace,
  { name, connector, choices, usage }: Pick<KnownConnection, 'name' | 'connector' | 'choices' | 'usage'>,
  { onProgress }: Pick<SyncRequest, 'onProgress'>,
): OpenedSource {
  const { sources, store } = workspace;
  const { origin, privateOrigin, budgetShare, options } = choices;
  let waited = 0;
  const source = connector.open(
    { origin, privateOrigin, budgetShare, options },
    {
      now: sources.now,
      sleep: sources.sleep,
      random: sources.random,
      signal: sources.signal,
      secrets: sources.secretsOf(store, { connection: name, connector }),
      usage,
      onUsage: () => undefined,
      onWait: ({ seconds, why }) => {
        waited += seconds;
        onProgress(workEvent('waiting', { subject: why, count: Math.ceil(seconds) }));
      },
    },
  );
  return {
    source,
    waited: () => waited,
    saveUsage: async () => {
      const used = source.usage();
      await store.saveUsage(name, used);
      return used;
    },
  };
}
