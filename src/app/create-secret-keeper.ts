import { createHash } from 'node:crypto';
import type { ConnectionNeed, SecretKeeper } from '../edges/connectors/records/index.ts';
import type { SecretBox } from '../edges/secrets/index.ts';
import type { Store } from '../edges/store/index.ts';

/** Where secrets come from: the environment of this process, and the catalog, which keeps them sealed. */
export interface SecretSources {
  readonly store: Pick<Store, 'secret' | 'setSecret'>;
  readonly box: SecretBox;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** A secret as it is sealed. */
interface KeptSecret {
  readonly value: string;
  /** Fingerprint of the value in the environment that it took the place of; null when there was none. */
  readonly replaces: string | null;
}

/**
 * The secrets of one connection: what the environment gives comes first, then what the catalog keeps. A secret that a
 * vendor renewed is kept in the catalog, and counts for as long as the environment still holds the one that it replaced.
 */
export function createSecretKeeper(
  { store, box, environment }: SecretSources,
  { connection, needs }: { readonly connection: string; readonly needs: readonly ConnectionNeed[] },
): SecretKeeper {
  const given = (name: string): string | null => {
    const variable = needs.find((need) => need.name === name)?.variable;
    return (variable === undefined ? undefined : environment[variable]?.trim()) || null;
  };
  const kept = async (name: string): Promise<KeptSecret | null> => {
    const sealed = await store.secret(connection, name);
    if (sealed === null) return null;
    return JSON.parse(await box.unseal(sealed, { connection, secret: name })) as KeptSecret;
  };
  return {
    get: async (name) => {
      const present = given(name);
      if (present === null) return (await kept(name))?.value ?? null;
      const sealed = await kept(name).catch(() => null);
      return sealed?.replaces === fingerprint(present) ? sealed.value : present;
    },
    set: async (name, value) => {
      const present = given(name);
      const secret: KeptSecret = { value, replaces: present === null ? null : fingerprint(present) };
      const sealed = await box.seal(JSON.stringify(secret), { connection, secret: name });
      await store.setSecret(connection, name, sealed);
    },
  };
}

function fingerprint(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
