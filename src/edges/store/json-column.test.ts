import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from './json-column.ts';

const read = (text: string | null, shape: 'object' | 'array' | 'any' = 'any') =>
  fromJson<unknown>({ column: text }, 'column', shape);

describe('a JSON column', () => {
  it('gives back any plain value, infinite numbers included', () => {
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.boolean(),
        fc.constant(null),
        fc.double().map((number) => (Object.is(number, -0) ? 0 : number)),
        fc.array(tie('value')),
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          tie('value'),
          { noNullPrototype: true },
        ),
      ),
    })).value;
    fc.assert(
      fc.property(value, (given) => {
        expect(read(toJson(given))).toEqual(given);
      }),
    );
  });

  it('is damaged when it is no JSON, not text, or of another shape', () => {
    const damaged = expect.objectContaining({
      code: 'store.damaged',
      message: expect.stringContaining('`column`'),
    });
    expect(() => read('{"half":')).toThrow(damaged);
    expect(() => read(null)).toThrow(damaged);
    expect(() => read('[1]', 'object')).toThrow(damaged);
    expect(() => read('{}', 'array')).toThrow(damaged);
    expect(() => read('null', 'object')).toThrow(damaged);
  });
});
