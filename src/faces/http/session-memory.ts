import type { Store } from '../../edges/store/index.ts';
import type { SessionMemory } from './guard/index.ts';

const setting = 'serve.sessions';

/** Remembers in the catalog which browsers were let in: digests alone, which let nobody in. */
export function sessionMemory(store: Store): SessionMemory {
  return {
    load: async () => ((await store.setting(setting)) as readonly string[] | null) ?? [],
    keep: (digests) => store.setSetting(setting, digests),
  };
}
