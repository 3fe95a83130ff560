const CLEAR = 0.5;
const STRAY = 0.02;

/**
 * Tells UTF-16 without a byte order mark by its NUL bytes: in Western text every second byte is one, and only every
 * second. Null when the pattern is not clear.
 */
export function guessUtf16(start: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(start.length / 2);
  if (pairs === 0) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (start[at] === 0) even += 1;
    if (start[at + 1] === 0) odd += 1;
  }
  if (odd > CLEAR * pairs && even <= STRAY * pairs) return 'utf-16le';
  if (even > CLEAR * pairs && odd <= STRAY * pairs) return 'utf-16be';
  return null;
}
