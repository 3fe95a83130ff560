import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestWorkspace, testWorkspace } from '../../../test/test-workspace.ts';
import {
  asc,
  type Cell,
  column,
  count,
  desc,
  isNotNull,
  named,
  select,
  table,
} from '../../base/sql/index.ts';
import { countTexts } from './count-texts.ts';
import { Scratch } from './scratch.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await testWorkspace();
});

afterEach(() => workspace.dispose());

const texts = ['b', 'B', 'ä', '\uff5e', '\u{1f600}', '\ue000', null, 'a b', '', 'b', '\u{1f600}', 'z'];

async function loaded() {
  const rows = texts.map((text, row): readonly Cell[] => [text, `n${row}`]);
  const columns = ['few', 'many'].map((name) => ({ name, type: 'text' as const }));
  await workspace.engine.load('texts', columns, rows);
  const query = select({ columns: [column('few'), column('many')], from: table('texts') });
  return countTexts(new Scratch(workspace), query, 12);
}

it('texts are counted in the order in which the engine gives them', async () => {
  const query = select({
    columns: [named(column('few'), 'value'), named(count(), 'count')],
    from: table('texts'),
    where: isNotNull(column('few')),
    groupBy: [column('few')],
    orderBy: [desc(count()), asc(column('few'))],
  });
  const counted = await loaded();
  expect(counted.get('few')).toEqual(await workspace.engine.rows(query));
});

it('a column of too many texts is left out', async () => {
  expect([...(await loaded()).keys()]).toEqual(['few']);
});

it('lists are counted by their elements, and nothing is not counted', async () => {
  const columns = [{ name: 'tools', type: 'text[]' as const }];
  const rows: readonly (readonly Cell[])[] = [[['b', 'a']], [['a']], [[]], [null]];
  await workspace.engine.load('sets', columns, rows);
  const query = select({ columns: [column('tools')], from: table('sets') });
  expect((await countTexts(new Scratch(workspace), query)).get('tools')).toEqual([
    { value: 'a', count: 2 },
    { value: 'b', count: 1 },
  ]);
});
