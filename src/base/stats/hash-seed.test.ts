import { describe, expect, it } from 'vitest';
import { hashSeed } from './hash-seed.ts';

// python3, fnvhash 0.2: fnvhash.fnv1a_32(text.encode('utf-8', 'surrogatepass')). The first three are also test
// vectors of the FNV-1a draft (Fowler, Noll, Vo, Eastlake), appendix C, 32 bits.
describe('hashSeed', () => {
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
    ['\0', 84696351],
    ['snapshot 3f9a', 1955740140],
    ['Clínica Núñez', 1061867987],
    ['診療所 🏥', 1664757137],
    ['\u07ff\u0800\uffff', 1991275568],
    ['\ud800', 1973925784],
  ])('hashes the UTF-8 bytes of %j', (text, hash) => {
    expect(hashSeed(text)).toBe(hash);
  });
});
