import { BestfitError } from '../../base/errors/index.ts';

/** The 32 bytes of a key in base64; `key` says where the text came from, and is all of it that a refusal shows. */
export function readKey(text: string, key: string): Buffer {
  const trimmed = text.trim();
  const bytes = Buffer.from(trimmed, 'base64');
  const isBase64 = /^[A-Za-z0-9+/_-]+=*$/.test(trimmed);
  if (!isBase64 || bytes.length !== 32) throw new BestfitError('connection.key-unfit', { key });
  return bytes;
}
