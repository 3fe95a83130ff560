import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { BestfitError } from '../../base/errors/index.ts';
import { makeKeyFile, readKeyFile } from './key-file.ts';
import { type Environment, keyPlace } from './key-place.ts';
import { readKey } from './read-key.ts';
import type { SecretBox, SecretPlace } from './types.ts';

const cipher = 'aes-256-gcm';
const version = 'v1.';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Makes a box for secrets: AES-256-GCM with the key of this user (`BESTFIT_KEY`, `BESTFIT_KEY_FILE`, else
 * `~/.config/bestfit/key`, which is made when the first secret is sealed). Name and connection are bound to what is
 * sealed, so that it cannot be passed off as another secret.
 */
export function createSecretBox(environment: Environment): SecretBox {
  const place = keyPlace(environment);
  const key = place.kind === 'given' ? '$BESTFIT_KEY' : place.file;
  const load = async (): Promise<Buffer | null> =>
    place.kind === 'given' ? readKey(place.text, key) : await readKeyFile(place.file);
  const loadOrMake = async (): Promise<Buffer> => {
    const found = await load();
    if (found !== null) return found;
    await makeKeyFile(key);
    return (await load())!;
  };
  return {
    seal: async (text, where) => seal(text, where, await loadOrMake()),
    unseal: async (sealed, where) => {
      const found = await load();
      const text = found === null ? null : unseal(sealed, where, found);
      if (text !== null) return text;
      throw new BestfitError('connection.secret-unreadable', { ...where, key, hasKey: found !== null });
    },
  };
}

function seal(text: string, where: SecretPlace, key: Buffer): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv).setAAD(boundTo(where));
  const parts = [iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()];
  return version + Buffer.concat(parts).toString('base64');
}

/** Null when it was sealed with another key, for another place, or was altered. */
function unseal(sealed: string, where: SecretPlace, key: Buffer): string | null {
  const bytes = Buffer.from(sealed.slice(version.length), 'base64');
  if (!sealed.startsWith(version) || bytes.length < ivBytes + tagBytes) return null;
  const tag = bytes.subarray(-tagBytes);
  const options = { authTagLength: tagBytes };
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), options).setAuthTag(tag);
  opening.setAAD(boundTo(where));
  try {
    const text = opening.update(bytes.subarray(ivBytes, -tagBytes));
    return Buffer.concat([text, opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}

function boundTo({ connection, secret }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify(['bestfit', connection, secret]));
}
