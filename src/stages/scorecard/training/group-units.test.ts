import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupUnits } from './group-units.ts';

const label = (units: number) => new Uint8Array(units);
const field = (codes: readonly number[]) => ({ codes: Int32Array.from(codes) }) as never;

describe('units that stay together', () => {
  it('are those of one account, and those alike in every field', () => {
    const { of, size, by } = groupUnits({
      cluster: Int32Array.of(0, 0, 1, 2, 3, 4, 5, 6),
      fields: [field([1, 2, 3, 3, 4, 5, 6, 7])],
      label: label(8),
    });
    expect([Array.from(of), size, by]).toEqual([[0, 0, 1, 1, 2, 3, 4, 5], 6, 'account and record']);
  });

  it('are none where few fields make being alike the rule', () => {
    const found = groupUnits({ cluster: null, fields: [field([0, 0, 0, 1, 1, 1])], label: label(6) });
    expect([found.size, found.by]).toEqual([6, 'nothing']);
  });

  it('are only those of one account where records would link a quarter of all', () => {
    const cluster = Int32Array.from({ length: 40 }, (_, i) => Math.floor(i / 4));
    const codes = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 99 : i));
    const found = groupUnits({ cluster, fields: [field(codes)], label: label(40) });
    expect([found.size, found.by]).toEqual([10, 'account']);
  });

  it('never have an account in two groups', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(6), fc.nat(20)), { minLength: 1, maxLength: 60 }), (units) => {
        const cluster = Int32Array.from(units, ([account]) => account);
        const { of } = groupUnits({
          cluster,
          fields: [field(units.map(([, code]) => code))],
          label: label(units.length),
        });
        units.forEach(([account], i) => {
          expect(of[i]).toBe(of[cluster.indexOf(account)]);
        });
      }),
    );
  });
});
