import { BestfitError } from '../../base/errors/index.ts';
import { count, isIn, named, select } from '../../base/sql/index.ts';
import { type Field, nearest } from '../../stages/dataset/index.ts';
import type { CurrentData } from '../current-data.ts';
import { distinctTexts } from '../distinct-texts.ts';
import { sharedValue, sharingOf } from '../import/index.ts';
import type { Workspace } from '../workspace.ts';
import { isShared, sharingsOf } from './sharings-of.ts';
import type { FieldDecision } from './types.ts';

const mostCandidates = 20_000;

/** Refuses a value that no two accounts share, unless it was spoken of before. */
export async function checkShared(
  workspace: Workspace,
  data: CurrentData,
  { field, decision }: { readonly field: Field; readonly decision: FieldDecision },
): Promise<void> {
  const from = data.tables.accounts;
  if (!isShared(field) || from === undefined) return;
  const said = sharingsOf(field.name, decision);
  if (said.length === 0) return;
  const value = sharedValue(field.name);
  const rows = await workspace.engine.rows(
    select({
      columns: [named(value, 'value'), named(count(), 'accounts')],
      from,
      where: isIn(
        value,
        said.map((each) => each.value),
      ),
      groupBy: [value],
    }),
  );
  const accounts = new Map(rows.map((row) => [String(row.value), Number(row.accounts)]));
  const before = sharingOf(data.commit.sources).filter((each) => each.field === field.name);
  const wrong = said.find(
    (each) => (accounts.get(each.value) ?? 0) < 2 && !before.some((old) => old.value === each.value),
  );
  if (wrong === undefined) return;
  if (accounts.has(wrong.value))
    throw new BestfitError('usage.bad-option', {
      option: wrong.are === 'one' ? '--one' : '--apart',
      value: wrong.value,
      expected: `a ${field.name} that several accounts share; one account has this`,
    });
  const values = await distinctTexts(workspace, from, { column: field.name, limit: mostCandidates });
  throw new BestfitError('field.value-missing', {
    field: field.name,
    value: wrong.value,
    nearest: nearest(wrong.value, values),
  });
}
