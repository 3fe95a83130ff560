import { worldStages } from '../shared/index.ts';
import {
  fieldValue,
  isDeleted,
  isPurged,
  kindOfTable,
  ownerId,
  type SalesforceAccount,
  stamp,
  type Value,
} from './salesforce-account.ts';
import { prefixes, type SalesforceTable, stageNames } from './salesforce-fields.ts';
import { salesforceId } from './salesforce-id.ts';

/** One record as a query sees it. */
export interface ObjectRow {
  readonly isDeleted: boolean;
  readonly value: (field: string) => Value;
}

/** The records of an object by number; not every number has one. */
export interface ObjectRows {
  readonly count: number;
  readonly read: (row: number) => ObjectRow | null;
}

/** The records of an object that exists. */
export function objectRows(account: SalesforceAccount, object: string): ObjectRows {
  switch (object) {
    case 'User':
      return users(account);
    case 'OpportunityStage':
      return { count: stageNames.length, read: stage };
    case 'OpportunityHistory':
      return history(account);
    default:
      return tableRows(account, object as SalesforceTable);
  }
}

function tableRows(account: SalesforceAccount, table: SalesforceTable): ObjectRows {
  const records = account.tables[kindOfTable[table]];
  return {
    count: records.count,
    read: (row) => {
      const record = records.read(row);
      if (isPurged(account, record)) return null;
      return {
        isDeleted: isDeleted(record),
        value: (field) => fieldValue(account, { table, record }, field),
      };
    },
  };
}

function users({ tables }: SalesforceAccount): ObjectRows {
  const { owners } = tables.world;
  return {
    count: owners.length,
    read: (row) => {
      const { firstName, lastName, email } = owners[row]!;
      const name = `${firstName} ${lastName}`;
      return plain({ Id: ownerId(row), Name: name, Email: email, IsActive: true, UserType: 'Standard' });
    },
  };
}

function stage(row: number): ObjectRow {
  const name = stageNames[row]!;
  return plain({
    Id: salesforceId(prefixes.OpportunityStage!, row + 1),
    ApiName: name,
    MasterLabel: name,
    IsActive: true,
    IsClosed: name.startsWith('Closed'),
    IsWon: name === 'Closed Won',
    SortOrder: row + 1,
    DefaultProbability: [10, 20, 50, 75, 100, 0][row]!,
  });
}

/** The stages of the deal at `row / 8`, and what it was moved to since. */
function history(account: SalesforceAccount): ObjectRows {
  const { deals, world } = account.tables;
  const perDeal = 8;
  let last = { deal: -1, steps: [] as readonly (readonly [string, number])[] };
  const stepsOf = (deal: number) => {
    const { values, modifiedAt } = deals.read(deal);
    const base = deal < world.size.deals ? world.deal(deal).stages : [];
    const steps = base.map(({ stage: at, at: when }) => [stageNames[at]!, when] as const);
    const now = values.StageName as string;
    return steps.at(-1)?.[0] === now ? steps : [...steps, [now, modifiedAt] as const];
  };
  const read = (row: number): ObjectRow | null => {
    const deal = Math.floor(row / perDeal);
    if (last.deal !== deal) last = { deal, steps: stepsOf(deal) };
    const step = last.steps[row % perDeal];
    if (step === undefined) return null;
    const [name, at] = step;
    const record = deals.read(deal);
    return plain({
      Id: salesforceId(prefixes.OpportunityHistory!, row + 1),
      OpportunityId: salesforceId(prefixes.Opportunity!, deals.idOf(deal)),
      StageName: name,
      CreatedDate: stamp(at),
      SystemModstamp: stamp(at),
      IsDeleted: isDeleted(record),
    });
  };
  return { count: deals.count * Math.max(perDeal, worldStages.length), read };
}

function plain(values: Readonly<Record<string, Value>>): ObjectRow {
  return { isDeleted: values.IsDeleted === true, value: (field) => values[field] ?? null };
}
