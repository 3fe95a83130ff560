import {
  type PipedriveOptions,
  type PipedriveStandIn,
  pipedriveSecrets,
  startPipedrive,
} from '../../samples/crm/pipedrive/index.ts';
import {
  companyWorld,
  createStandInClock,
  type StandInClock,
  type WorldSize,
} from '../../samples/crm/shared/index.ts';
import { pipedriveConnector } from '../../src/edges/connectors/pipedrive/index.ts';
import type { ConnectionSettings, RecordSource } from '../../src/edges/connectors/records/index.ts';
import { type TestContext, testContext, testSettings } from './test-context.ts';

/** A stand-in of Pipedrive with a connection to it. */
export interface OpenPipedrive {
  readonly clock: StandInClock;
  readonly standIn: PipedriveStandIn;
  readonly context: TestContext;
  /** Another source, as another process opens it. */
  readonly open: (settings?: Partial<ConnectionSettings>) => RecordSource;
}

const today = Date.UTC(2026, 8, 1, 11);
const hourMs = 3_600_000;

/** Starts a stand-in with a world of a size that nobody touched for an hour, and the connector on its clock. */
export async function openPipedrive(
  size: WorldSize,
  {
    secrets = { token: pipedriveSecrets.apiToken },
    ...options
  }: Partial<PipedriveOptions> & { readonly secrets?: Readonly<Record<string, string>> } = {},
): Promise<OpenPipedrive> {
  const clock = createStandInClock(today);
  const world = companyWorld(3, size, today);
  const standIn = await startPipedrive({ world, now: clock.now, ...options });
  clock.advance(hourMs);
  const context = testContext(clock, secrets);
  const open = (settings: Partial<ConnectionSettings> = {}): RecordSource =>
    pipedriveConnector.open(testSettings(standIn.origin, settings), context);
  return { clock, standIn, context, open };
}
