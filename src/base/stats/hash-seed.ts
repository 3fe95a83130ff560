/**
 * A seed made of a text, so that a result's randomness follows from the name of what it was computed on (a
 * snapshot, a profile version) and can be repeated. FNV-1a, 32 bits, over the text's UTF-8 bytes. Not for secrets.
 *
 * @returns an unsigned 32-bit integer.
 * @example
 * createRandom(hashSeed('snapshot 3f9a'));
 */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    for (const byte of utf8(character.codePointAt(0)!)) hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return hash >>> 0;
}

function utf8(code: number): readonly number[] {
  const tail = (shift: number): number => 0x80 | ((code >> shift) & 0x3f);
  if (code < 0x80) return [code];
  if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
  if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
  return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
}
