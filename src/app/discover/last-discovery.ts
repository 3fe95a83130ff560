import type {
  CombinationQuality,
  Contrast,
  DiscoveryInput,
  DiscoveryResult,
} from '../../stages/discovery/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { Workspace } from '../workspace.ts';

/** The options that a discovery is kept with. */
export interface DiscoveryOptions {
  readonly contrast: Contrast;
  readonly last: number | null;
  readonly permutations: number | null;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly depth?: DiscoveryInput['depth'] | null;
  readonly quality?: CombinationQuality | null;
  /** Weights of the value that were kept then; left out by older discoveries. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** A discovery that was kept, with the options that it was made with. */
export interface KeptDiscovery {
  readonly result: DiscoveryResult;
  readonly options: DiscoveryOptions;
  readonly at: string;
}

/** What a kept discovery must agree with; null is free. */
export interface WantedDiscovery {
  readonly contrast: Contrast | null;
  readonly asOf: string | null;
  readonly last: number | null;
  readonly permutations: number | null;
  readonly since?: string | null;
  readonly until?: string | null;
  readonly depth?: DiscoveryInput['depth'] | null;
  readonly quality?: CombinationQuality | null;
  readonly seed: number | null;
}

/** The newest discovery on the current data that was made with the options given, or null. */
export async function lastDiscovery(
  { store }: Workspace,
  { snapshot }: Pick<CurrentData, 'snapshot'>,
  wanted: WantedDiscovery,
): Promise<KeptDiscovery | null> {
  const runs = await store.runs('discover', { snapshot });
  const given = Object.entries(wanted).filter(([, value]) => value !== null && value !== undefined);
  const run = runs.find(({ asOf, seed, options }) => {
    const made: Readonly<Record<string, unknown>> = { ...(options as DiscoveryOptions), asOf, seed };
    return given.every(([name, value]) => made[name] === value);
  });
  return run === undefined
    ? null
    : { result: run.result as DiscoveryResult, options: run.options as DiscoveryOptions, at: run.at };
}
