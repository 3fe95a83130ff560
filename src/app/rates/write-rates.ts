import { asc, column, select } from '../../base/sql/index.ts';
import type { Rate, TableRef } from '../../stages/dataset/index.ts';
import type { Scratch } from '../import/index.ts';

const columns = [
  { name: 'currency', type: 'text' },
  { name: 'day', type: 'date' },
  { name: 'until', type: 'date' },
  { name: 'rate', type: 'double' },
] as const;

/** Writes rates as a file of the store. */
export async function writeRates(scratch: Scratch, rates: readonly Rate[]): Promise<TableRef> {
  const cells = rates.map(({ currency, day, until, rate }) => [currency, day, until, rate] as const);
  const { from } = await scratch.spool(columns, once(cells));
  return scratch.write(
    select({
      columns: columns.map(({ name }) => column(name)),
      from,
      orderBy: [asc(column('currency')), asc(column('day'))],
    }),
  );
}

async function* once<T>(batch: readonly T[]): AsyncIterable<readonly T[]> {
  yield batch;
}
