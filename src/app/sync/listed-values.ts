import {
  call,
  caseWhen,
  cast,
  column,
  isNull,
  literal,
  named,
  type SqlExpr,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { desiredColumn } from '../../stages/sync/index.ts';
import type { WritableName } from './write-fields.ts';

/** What all rows share. */
export interface ListedContext {
  /** `Our best customers, version 3` */
  readonly profile: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
}

/** Longest texts that the field of any vendor takes. */
const longest = { line: 250, text: 1000 };

/** The ranked list with what is to stand in each field as texts `d1..dn`, beside `account_id`, `name`, `domain` and `rank`. */
export function listedValues(
  list: SqlSelect,
  fields: readonly WritableName[],
  context: ListedContext,
): SqlSelect {
  return select({
    columns: [
      ...['account_id', 'name', 'domain', 'rank'].map((name) => named(column(name, 'q'), name)),
      ...fields.map((field, at) => named(fieldValue(field, context), desiredColumn(at))),
    ],
    from: subquery(list, 'q'),
  });
}

function fieldValue(field: WritableName, { profile, asOf }: ListedContext): SqlExpr {
  const of = (name: string) => column(name, 'q');
  const isOut = isNull(of('tier'));
  switch (field) {
    case 'fit':
      return cast(of('fit'), 'text');
    case 'tier':
      return caseWhen([when(isOut, text('out'))], of('tier'));
    case 'timing':
    case 'play':
      return known(of(field));
    case 'why_now':
      return cut(of('why_now'), longest.line);
    case 'reasons':
      return cut(caseWhen([when(isOut, call('concat', of('disqualified_by')))], of('reasons')), longest.text);
    case 'profile':
      return text(profile.slice(0, longest.line));
    case 'scored_on':
      return text(asOf);
  }
}

/** An empty text is nothing. */
function known(value: SqlExpr): SqlExpr {
  return call('nullIf', value, literal('', 'text'));
}

function cut(value: SqlExpr, most: number): SqlExpr {
  const pattern = text(`(?s)^(.{1,${most}})`);
  return known(call('regexExtract', call('trim', value), pattern, literal(1, 'integer')));
}
