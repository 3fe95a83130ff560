import { expect } from 'vitest';
import {
  type Cell,
  call,
  date,
  integer,
  nullOf,
  number,
  type SqlExpr,
  type SqlFunction,
  text,
  textList,
} from '../../src/base/sql/index.ts';
import type { Facts } from './engine-contract.ts';
import { evaluate } from './engine-evaluate.ts';

type Golden = readonly [args: readonly SqlExpr[], gives: Cell];
const none = nullOf('text');

const golden: Readonly<Record<SqlFunction, readonly Golden[]>> = {
  lower: [
    [[text('ÀÉÖ Straße ABC')], 'àéö straße abc'],
    [[none], null],
  ],
  fold: [
    [[text('CLÍNICA Muñoz Öç ABC')], 'clinica munoz oc abc'],
    [[text('Ź Ǎ Ṩ')], 'z a s'],
    [[text('Łódź')], 'łodz'],
    [[none], null],
  ],
  contains: [
    [[text('Dental clinic'), text('al c')], true],
    [[text('Dental clinic'), text('%')], false],
    [[text('Dental clinic'), text('')], true],
    [[none, text('a')], null],
  ],
  trim: [
    [[text(' \t\r\n\u00a0 a b \u3000\ufeff')], 'a b'],
    [[text('')], ''],
    [[none], null],
  ],
  length: [
    [[text('añ漢👍')], 4],
    [[text('')], 0],
  ],
  concat: [
    [[text('a'), none, text('b')], 'ab'],
    [[none, none], ''],
  ],
  coalesce: [
    [[none, text('b'), text('c')], 'b'],
    [[none, none], null],
  ],
  nullIf: [
    [[text(''), text('')], null],
    [[text('a'), text('')], 'a'],
  ],
  least: [
    [[integer(3), nullOf('integer'), integer(2)], 2],
    [[nullOf('integer'), nullOf('integer')], null],
  ],
  greatest: [[[integer(3), nullOf('integer'), integer(2)], 3]],
  abs: [[[number(-2.5)], 2.5]],
  floor: [
    [[number(-2.5)], -3],
    [[number(2.9)], 2],
  ],
  ln: [
    [[number(1)], 0],
    [[integer(1)], 0],
    [[number(0)], null],
    [[number(-1)], null],
  ],
  power: [
    [[number(0.5), number(2)], 0.25],
    [[number(2), number(-1)], 0.5],
    [[number(0.5), number(5000)], 0],
    [[number(0), number(2)], 0],
    [[nullOf('double'), number(2)], null],
  ],
  round: [
    [[number(2.5)], 3],
    [[number(-2.5)], -3],
    [[number(1234.5678), integer(2)], 1234.57],
    [[number(Number.POSITIVE_INFINITY)], Number.POSITIVE_INFINITY],
  ],
  matches: [
    [[text('Dental clinic'), text('clin')], true],
    [[text('Dental clinic'), text('^clin')], false],
    [[text('Dental clinic'), text('(?i)^DENTAL')], true],
    [[text('a\nb'), text('a.b')], true],
    [[text('12-34'), text('^\\d+-\\d+$')], true],
    [[none, text('a')], null],
  ],
  regexReplace: [
    [[text('1.234.567'), text('\\.'), text('')], '1234567'],
    [[text('ab ab'), text('(a)(b)'), text('\\2\\1')], 'ba ba'],
  ],
  regexExtract: [
    [[text('from 51 to 200'), text('(\\d+) to (\\d+)'), integer(2)], '200'],
    [[text('from 51 to 200'), text('\\d+'), integer(0)], '51'],
    [[text('none'), text('\\d+'), integer(0)], null],
  ],
  replace: [
    [[text('a.b.c'), text('.'), text('')], 'abc'],
    [[text('50%_'), text('%_'), text('!')], '50!'],
  ],
  split: [
    [
      [text('a;b;;c'), text(';')],
      ['a', 'b', '', 'c'],
    ],
    [[text('a'), text(';')], ['a']],
    [[text(''), text(';')], ['']],
    [[none, text(';')], null],
  ],
  part: [
    [[text('a//b/c'), text('/'), integer(3)], 'b'],
    [[text('a/b'), text('/'), integer(1)], 'a'],
    [[text('a/b'), text('/'), integer(3)], ''],
    [[none, text('/'), integer(1)], null],
  ],
  daysBetween: [
    [[date('2024-03-01'), date('2024-02-01')], 29],
    [[date('2024-02-01'), date('2024-03-01')], -29],
    [[date('2024-02-01'), nullOf('date')], null],
  ],
  addDays: [
    [[date('2024-02-01'), integer(29)], '2024-03-01'],
    [[date('2024-03-01'), integer(-1)], '2024-02-29'],
    [[nullOf('date'), integer(1)], null],
  ],
  joinTexts: [
    [[textList(['a', 'b; c', '']), text('; ')], 'a; b; c; '],
    [[textList([]), text('; ')], ''],
    [[nullOf('text[]'), text('; ')], null],
  ],
  overlaps: [
    [[textList(['a', 'b']), textList(['b', 'c'])], true],
    [[textList(['a']), textList(['b'])], false],
    [[textList([]), textList([])], false],
    [[nullOf('text[]'), textList(['b'])], null],
  ],
  isElement: [
    [[text('b'), textList(['a', 'b'])], true],
    [[text('c'), textList(['a', 'b'])], false],
    [[text('c'), textList([])], false],
    [[none, textList(['a'])], null],
  ],
  hash: [
    [[text('Bestfit')], 'a34ed12fc58bac8a'],
    [[none], null],
  ],
  bitOr: [[[integer(5), integer(2), integer(8)], 15]],
  bitAnd: [[[integer(13), integer(7)], 5]],
  shiftLeft: [[[integer(1), integer(40)], 1_099_511_627_776]],
  shiftRight: [[[integer(1_099_511_627_776), integer(38)], 4]],
};

/** One fact for every function: what it gives for what it gets. */
export const functionFacts: Facts = Object.fromEntries(
  Object.entries(golden).map(([fn, cases]) => [
    `${fn} gives its golden values`,
    async (engine) => {
      for (const [args, gives] of cases) {
        expect(await evaluate(engine, call(fn as SqlFunction, ...args)), JSON.stringify(args)).toEqual(gives);
      }
    },
  ]),
);
