import {
  and,
  asc,
  type Cell,
  type ColumnInfo,
  call,
  caseWhen,
  column,
  eq,
  isNotNull,
  leftJoin,
  type NamedExpr,
  named,
  type Row,
  type SqlExpr,
  type SqlRelation,
  type SqlSelect,
  select,
  subquery,
  text,
  when,
} from '../../base/sql/index.ts';
import { type Card, decodeOutcomes } from '../scorecard/index.ts';
import { committeeText } from './committee-text.ts';
import { disqualifiedText } from './disqualified-text.ts';
import { listColumns } from './list-columns.ts';
import { reasonsText } from './reasons-text.ts';
import { unknownFitText, unknownOutText } from './unknown-text.ts';
import { whyNowText } from './why-now-text.ts';
import { type TotalChances, winProbability } from './win-probability.ts';

/** The words for each combination of some outcome codes: small beside the list, however long that is. */
export interface ListDictionary {
  readonly name: 'fit' | 'out' | 'now' | 'committee';
  /** The code columns; they come first in `columns` too. */
  readonly keys: readonly string[];
  readonly columns: readonly ColumnInfo[];
  /** The words for one combination of codes, as a row of `columns`. */
  readonly decode: (codes: Row) => readonly Cell[];
}

const integerColumn = (name: string): ColumnInfo => ({ name, type: 'integer' });
const textColumn = (name: string): ColumnInfo => ({ name, type: 'text' });

/** The dictionaries that turn a stored list into words. */
export function listDictionaries(card: Card, chances: TotalChances): readonly ListDictionary[] {
  return [
    {
      name: 'fit',
      keys: ['fit_code', 'scored'],
      columns: [
        integerColumn('fit_code'),
        { name: 'scored', type: 'boolean' },
        textColumn('reasons'),
        textColumn('unknown_fit'),
        { name: 'win_probability', type: 'double' },
      ],
      decode: ({ fit_code, scored }) => {
        const [code, isScored] = [Number(fit_code), scored === true];
        const chance = winProbability(chances, fitOf(card, code), isScored);
        return [code, isScored, reasonsText(card, code), unknownFitText(card, code, isScored), chance];
      },
    },
    {
      name: 'out',
      keys: ['anti_code', 'market_code'],
      columns: [
        ...['anti_code', 'market_code'].map(integerColumn),
        ...['disqualified_by', 'unknown_out'].map(textColumn),
      ],
      decode: ({ anti_code, market_code }) => {
        const codes = { anti: Number(anti_code), market: Number(market_code) };
        return [codes.anti, codes.market, disqualifiedText(card, codes), unknownOutText(card, codes)];
      },
    },
    {
      name: 'now',
      keys: ['timing_line', 'timing_on'],
      columns: [integerColumn('timing_line'), { name: 'timing_on', type: 'date' }, textColumn('why_now')],
      decode: ({ timing_line, timing_on }) => {
        const [line, on] = [Number(timing_line), String(timing_on)];
        return [line, on, whyNowText(card, line, on)];
      },
    },
    {
      name: 'committee',
      keys: ['committee_code'],
      columns: [integerColumn('committee_code'), ...['committee_found', 'committee_missing'].map(textColumn)],
      decode: ({ committee_code }) => {
        const { found, missing } = committeeText(card, Number(committee_code));
        return [Number(committee_code), found, missing];
      },
    },
  ];
}

function fitOf({ fit }: Card, code: number): number {
  return decodeOutcomes(code, fit.length).reduce(
    (sum, truth, i) => (truth === true ? sum + fit[i]!.points : sum),
    0,
  );
}

/** The combinations of codes that occur in a stored list, to be decoded. */
export function dictionaryCodes({ keys }: ListDictionary, stored: SqlRelation): SqlSelect {
  return select({
    columns: keys.map((name) => keyOf(name)),
    distinct: true,
    from: stored,
    where: and(keys.map((name) => isNotNull(keyOf(name).expr))),
  });
}

/** The stored list with words in place of codes: exactly `listColumns`, in the order of the queue. */
export function decodedList(
  stored: SqlRelation,
  filter: SqlExpr | null,
  dictionaries: readonly { readonly of: ListDictionary; readonly from: SqlRelation }[],
): SqlSelect {
  const carried = Object.keys(listColumns).filter((name) => !(name in decoded));
  const keys = dictionaries.flatMap(({ of }) => of.keys);
  const rows = select({
    columns: [...carried.map((name) => column(name)), ...keys.map(keyOf)],
    from: stored,
    where: filter,
  });
  const from = dictionaries.reduce<SqlRelation>(
    (left, { of, from: words }) => {
      const same = of.keys.map((name) => eq(column(name, 's'), column(name, of.name)));
      const columns = of.columns.map(({ name }) => column(name));
      return leftJoin(left, subquery(select({ columns, from: words }), of.name), and(same));
    },
    subquery(rows, 's'),
  );
  return select({
    columns: Object.keys(listColumns).map((name) => named(decoded[name] ?? column(name, 's'), name)),
    from,
    orderBy: [asc(column('rank', 's')), asc(column('account_id', 's'))],
  });
}

/** A code column of the stored list; `scored` tells the accounts that have a tier. */
function keyOf(name: string): NamedExpr {
  return named(name === 'scored' ? isNotNull(column('tier')) : column(name), name);
}

const decoded: Readonly<Record<string, SqlExpr>> = {
  why_now: column('why_now', 'now'),
  disqualified_by: column('disqualified_by', 'out'),
  reasons: column('reasons', 'fit'),
  unknown: bothTexts(column('unknown_fit', 'fit'), column('unknown_out', 'out')),
  win_probability: column('win_probability', 'fit'),
  committee_found: column('committee_found', 'committee'),
  committee_missing: column('committee_missing', 'committee'),
};

function bothTexts(first: SqlExpr, second: SqlExpr): SqlExpr {
  return caseWhen(
    [when(eq(second, text('')), first), when(eq(first, text('')), second)],
    call('concat', first, text('; '), second),
  );
}
