import type { Condition } from '../../base/expr/index.ts';
import type { Catalog } from './catalog.ts';
import type { SqlRow } from './driver.ts';
import { fromJson, toJson } from './json-column.ts';
import type { Hypothesis, Judgement, Store } from './types.ts';

type SayingMethods = Pick<
  Store,
  'addJudgement' | 'judgements' | 'takeBackJudgement' | 'addHypothesis' | 'hypotheses'
>;

/** What people said: judgements after looking, hypotheses before. */
export function createSayings(catalog: Catalog): SayingMethods {
  const { db } = catalog;
  return {
    addJudgement: (said) =>
      catalog.write(
        () => ({ id: insertJudgement(catalog, said), ...said }),
        (made) => ({
          action: 'judge',
          subject: made.accountId ?? made.pattern ?? made.kind,
          by: said.saidBy,
        }),
      ),
    judgements: () =>
      catalog.read(() =>
        db.all('select * from judgements where taken_back_on is null order by id', []).map(toJudgement),
      ),
    takeBackJudgement: (id, taken) =>
      catalog.write(
        () => takeBack(catalog, { id, ...taken }),
        (was) => ({
          action: 'take back judgement',
          subject: was === null ? 'none' : String(id),
          by: taken.by,
        }),
      ),
    addHypothesis: (said) =>
      catalog.write(
        () => ({ id: insertHypothesis(catalog, said), ...said }),
        (made) => ({ action: 'hypothesis', subject: String(made.id), by: said.saidBy }),
      ),
    hypotheses: () =>
      catalog.read(() => db.all('select * from hypotheses order by id', []).map(toHypothesis)),
  };
}

function insertJudgement({ db }: Catalog, said: Omit<Judgement, 'id'>): number {
  return db.run(
    `insert into judgements (account_id, pattern, team, kind, reason, said_by, said_on)
     values (?, ?, ?, ?, ?, ?, ?)`,
    [said.accountId, said.pattern, said.team, said.kind, said.reason, said.saidBy, said.saidOn],
  );
}

function takeBack(
  { db }: Catalog,
  { id, on, by }: { readonly id: number; readonly on: string; readonly by: string },
): Judgement | null {
  const [row] = db.all('select * from judgements where id = ? and taken_back_on is null', [id]);
  if (row === undefined) return null;
  db.run('update judgements set taken_back_on = ?, taken_back_by = ? where id = ?', [on, by, id]);
  return toJudgement(row);
}

function insertHypothesis({ db }: Catalog, said: Omit<Hypothesis, 'id'>): number {
  return db.run(
    'insert into hypotheses (condition, said_by, said_on, after_discovery_of) values (?, ?, ?, ?)',
    [toJson(said.condition), said.saidBy, said.saidOn, said.afterDiscoveryOf],
  );
}

function toJudgement(row: SqlRow): Judgement {
  return {
    id: Number(row.id),
    accountId: row.account_id === null ? null : String(row.account_id),
    pattern: row.pattern === null ? null : String(row.pattern),
    team: String(row.team),
    kind: String(row.kind),
    reason: String(row.reason),
    saidBy: String(row.said_by),
    saidOn: String(row.said_on),
  };
}

function toHypothesis(row: SqlRow): Hypothesis {
  return {
    id: Number(row.id),
    condition: fromJson<Condition>(row, 'condition', 'object'),
    saidBy: String(row.said_by),
    saidOn: String(row.said_on),
    afterDiscoveryOf: row.after_discovery_of === null ? null : String(row.after_discovery_of),
  };
}
