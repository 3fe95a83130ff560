import {
  and,
  call,
  caseWhen,
  column,
  isNotNull,
  named,
  or,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  table,
  text,
  when,
} from '../base/sql/index.ts';
import { committeeQuery, committeeRoleOf } from '../stages/list/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import { canonicalRelation } from './canonical-relation.ts';
import type { CurrentData } from './current-data.ts';
import { remembered } from './remembered.ts';
import type { Workspace } from './workspace.ts';

const peopleColumns = {
  account_id: 'text',
  name: 'text',
  first_name: 'text',
  last_name: 'text',
  title: 'text',
  committee_role: 'text',
  email: 'text',
  email_status: 'text',
  suppressed: 'boolean',
} as const;

/** Scorings may overlap: each committee has its own table, gone with the engine. */
let loaded = 0;

/**
 * Works out which figure of the committee each job title is and gives the query of who is known where.
 * Null when no people were imported.
 */
export function loadCommittee(
  workspace: Workspace,
  data: CurrentData,
  card: Card,
): Promise<SqlSelect | null> {
  const { id, at, snapshot } = data.commit;
  const key = [id, at, snapshot.id, card.committee];
  return remembered(workspace, { of: 'committee', key, most: 8 }, () => readFigures(workspace, data, card));
}

async function readFigures(workspace: Workspace, data: CurrentData, card: Card): Promise<SqlSelect | null> {
  const imported = canonicalRelation(data, 'people', peopleColumns);
  if (imported === null) return null;
  const people = subquery(withFullNames(imported), 'people');
  const pairs = await workspace.engine.rows(
    select({
      columns: [column('title'), column('committee_role')],
      distinct: true,
      from: people,
      where: or([isNotNull(column('title')), isNotNull(column('committee_role'))]),
    }),
  );
  const figures = pairs.flatMap((row) => {
    const title = row.title as string | null;
    const role = row.committee_role as string | null;
    const figure = committeeRoleOf(card.committee, { title, role });
    return figure < 0 ? [] : [[title, role, figure]];
  });
  const columns = [
    { name: 'title', type: 'text' },
    { name: 'committee_role', type: 'text' },
    { name: 'figure', type: 'integer' },
  ] as const;
  const name = `committee_figures_${++loaded}`;
  await workspace.engine.load(name, columns, figures);
  return committeeQuery({ people, figures: table(name), count: card.committee.length });
}

/** CRM exports often hold first and last name and no full one. */
function withFullNames(people: SqlRelation): SqlSelect {
  const first = column('first_name');
  const last = column('last_name');
  const both = call('concat', first, text(' '), last);
  const full = caseWhen(
    [when(and([isNotNull(first), isNotNull(last)]), both)],
    call('coalesce', first, last),
  );
  const rest = ['account_id', 'title', 'committee_role', 'email', 'email_status', 'suppressed'] as const;
  return select({
    columns: [...rest.map((name) => column(name)), named(call('coalesce', column('name'), full), 'name')],
    from: people,
  });
}
