import { column, eq, type Row, type SqlRelation, select, text } from '../base/sql/index.ts';
import { committeeRoleOf } from '../stages/list/index.ts';
import type { Card } from '../stages/scorecard/index.ts';
import { canonicalRelation, type WantedColumns } from './canonical-relation.ts';
import { currentCard } from './current-card.ts';
import { type CurrentData, currentData } from './current-data.ts';
import { type ExplainRequest, type ExplainResult, explainAccount } from './explain-account.ts';
import { findAccount } from './find-account.ts';
import type { Workspace } from './workspace.ts';

/** A dated event at an account. */
export interface AccountSignal {
  readonly kind: string;
  readonly about: string | null;
  readonly on: string;
  /** As the source has it; null when it says none. */
  readonly strength: number | null;
  readonly source: string | null;
  readonly url: string | null;
}

/** A person who is known at an account, and where what is known of them comes from. */
export interface AccountPerson {
  readonly name: string | null;
  readonly title: string | null;
  /** Place of the figure of the committee that the person is; null for others. */
  readonly figure: number | null;
  readonly email: string | null;
  readonly emailStatus: string | null;
  readonly source: string | null;
  readonly obtainedOn: string | null;
  readonly lawfulBasis: string | null;
  /** Whether the person must not be written to. */
  readonly suppressed: boolean;
}

/** All there is to see of one account. */
export interface ShownAccount extends ExplainResult {
  /** What happened at it, the newest first; null when no signals were imported. */
  readonly timeline: readonly AccountSignal[] | null;
  /** Who is known at it, figures of the committee first; null when no people were imported. */
  readonly people: readonly AccountPerson[] | null;
}

/** Explains one account, with its events and its people. */
export async function showAccount(workspace: Workspace, request: ExplainRequest): Promise<ShownAccount> {
  const data = await currentData(workspace);
  const { accountId } = await findAccount(workspace, data, request.account);
  const { card } = await currentCard(workspace, data, request);
  const [explained, timeline, people] = await Promise.all([
    explainAccount(workspace, { ...request, account: accountId }),
    timelineOf(workspace, data, accountId),
    peopleOf(workspace, data, { accountId, committee: card.committee }),
  ]);
  return { ...explained, timeline, people };
}

async function timelineOf(
  workspace: Workspace,
  data: CurrentData,
  accountId: string,
): Promise<readonly AccountSignal[] | null> {
  const columns = {
    account_id: 'text',
    kind: 'text',
    about: 'text',
    observed_on: 'date',
    strength: 'double',
    source: 'text',
    url: 'text',
  } as const;
  const rows = await rowsOf(workspace, canonicalRelation(data, 'signals', columns), { columns, accountId });
  if (rows === null) return null;
  return rows
    .filter((row) => row.kind !== null && row.observed_on !== null)
    .map((row) => ({
      kind: String(row.kind),
      about: textOf(row, 'about'),
      on: String(row.observed_on),
      strength: (row.strength ?? null) as number | null,
      source: textOf(row, 'source'),
      url: textOf(row, 'url'),
    }))
    .sort((a, b) => b.on.localeCompare(a.on) || a.kind.localeCompare(b.kind));
}

async function peopleOf(
  workspace: Workspace,
  data: CurrentData,
  { accountId, committee }: { readonly accountId: string; readonly committee: Card['committee'] },
): Promise<readonly AccountPerson[] | null> {
  const columns = {
    account_id: 'text',
    name: 'text',
    first_name: 'text',
    last_name: 'text',
    title: 'text',
    committee_role: 'text',
    email: 'text',
    email_status: 'text',
    source: 'text',
    obtained_on: 'date',
    lawful_basis: 'text',
    suppressed: 'boolean',
  } as const;
  const rows = await rowsOf(workspace, canonicalRelation(data, 'people', columns), { columns, accountId });
  if (rows === null) return null;
  const people = rows.map((row) => personOf(row, committee));
  const place = ({ figure }: AccountPerson) => figure ?? committee.length;
  return people.sort((a, b) => place(a) - place(b) || (a.name ?? '').localeCompare(b.name ?? ''));
}

function personOf(row: Row, committee: Card['committee']): AccountPerson {
  const both = [textOf(row, 'first_name'), textOf(row, 'last_name')]
    .filter((part) => part !== null)
    .join(' ');
  const title = textOf(row, 'title');
  const figure = committeeRoleOf(committee, { title, role: textOf(row, 'committee_role') });
  return {
    name: textOf(row, 'name') ?? (both === '' ? null : both),
    title,
    figure: figure < 0 ? null : figure,
    email: textOf(row, 'email'),
    emailStatus: textOf(row, 'email_status'),
    source: textOf(row, 'source'),
    obtainedOn: textOf(row, 'obtained_on'),
    lawfulBasis: textOf(row, 'lawful_basis'),
    suppressed: row.suppressed === true,
  };
}

async function rowsOf(
  { engine }: Workspace,
  from: SqlRelation | null,
  { columns, accountId }: { readonly columns: WantedColumns; readonly accountId: string },
): Promise<readonly Row[] | null> {
  if (from === null) return null;
  return engine.rows(
    select({
      columns: Object.keys(columns).map((name) => column(name)),
      from,
      where: eq(column('account_id'), text(accountId)),
    }),
  );
}

function textOf(row: Row, name: string): string | null {
  return (row[name] ?? null) as string | null;
}
