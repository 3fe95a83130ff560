import { expect, it } from 'vitest';
import { plainRow } from './plain-row.ts';

it('a row has its own columns under every name', () => {
  const names = ['a', '__proto__', 'constructor', 'toString'];
  const row = plainRow(names, (index) => index);
  expect(Object.entries(row)).toEqual(names.map((name, index) => [name, index]));
  expect(JSON.stringify(row)).toBe('{"a":0,"__proto__":1,"constructor":2,"toString":3}');
});
