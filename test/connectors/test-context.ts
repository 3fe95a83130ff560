import type {
  ConnectionSettings,
  ConnectorContext,
  SecretKeeper,
  Usage,
} from '../../src/edges/connectors/records/index.ts';

/** A clock that moves by being waited on, such as that of the stand-ins. */
interface MovingClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<void>;
}

/** A context for tests, and what a connector did with it. */
export interface TestContext extends ConnectorContext {
  readonly kept: Map<string, string>;
  readonly waits: { readonly seconds: number; readonly why: string }[];
  readonly usages: Usage[];
}

/** A context on a clock that is passed in; `kept` holds the secrets. Chance is one half unless said. */
export function testContext(
  clock: MovingClock,
  secrets: Readonly<Record<string, string>>,
  changed: Partial<ConnectorContext> = {},
): TestContext {
  const kept = new Map(Object.entries(secrets));
  const waits: TestContext['waits'] = [];
  const usages: Usage[] = [];
  const keeper: SecretKeeper = {
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void kept.set(name, value),
  };
  return {
    now: clock.now,
    sleep: clock.sleep,
    random: () => 0.5,
    signal: null,
    secrets: keeper,
    usage: null,
    onUsage: (usage) => void usages.push(usage),
    onWait: (wait) => void waits.push(wait),
    ...changed,
    kept,
    waits,
    usages,
  };
}

/** Settings of a connection to a stand-in on this machine. */
export function testSettings(origin: string, changed: Partial<ConnectionSettings> = {}): ConnectionSettings {
  return { origin, privateOrigin: true, budgetShare: 0.8, options: {}, ...changed };
}
