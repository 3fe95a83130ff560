import { describe, expect, it } from 'vitest';
import { hashSeed } from './hash-seed.ts';

describe('hashSeed', () => {
  // Test vectors of the FNV-1a draft (Fowler, Noll, Vo, Eastlake), appendix C, 32 bits.
  it('follows the published FNV-1a vectors', () => {
    expect(hashSeed('')).toBe(0x811c9dc5);
    expect(hashSeed('a')).toBe(0xe40c292c);
    expect(hashSeed('foobar')).toBe(0xbf9cf968);
  });

  // python3: h=0x811c9dc5; for b in s.encode(): h=((h^b)*0x01000193)&0xffffffff
  it('hashes the UTF-8 bytes of other scripts', () => {
    expect(hashSeed('Clínica Núñez')).toBe(1061867987);
    expect(hashSeed('診療所 🏥')).toBe(1664757137);
  });
});
