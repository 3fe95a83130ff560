import type { CrmKind, CrmTables } from './crm-tables.ts';

/**
 * The live rows of another kind that a row is linked to, merges followed on both sides: what was linked to a merged
 * record is linked to the one it became. Companies and contacts, deals and companies, deals and contacts are linked.
 */
export function linkedRows<V>(
  tables: CrmTables<V>,
  row: number,
  { from, to }: { readonly from: CrmKind; readonly to: CrmKind },
): readonly number[] {
  const rows = [row, ...tables[from].read(row).mergedFrom];
  const found = rows.flatMap((each) => direct(tables, each, `${from} ${to}`));
  const target = tables[to];
  const resolved = new Set(found.map((each) => target.resolve(each)));
  return [...resolved].filter((each) => target.isLive(each));
}

function direct<V>(tables: CrmTables<V>, row: number, pair: string): readonly number[] {
  const { dealCompany, dealContact, contactCompany } = tables;
  const one = (target: number | null): readonly number[] => (target === null ? [] : [target]);
  switch (pair) {
    case 'deals companies':
      return one(dealCompany.to(row));
    case 'companies deals':
      return dealCompany.from(row);
    case 'deals contacts':
      return one(dealContact.to(row));
    case 'contacts deals':
      return dealContact.from(row);
    case 'contacts companies':
      return one(contactCompany.to(row));
    case 'companies contacts':
      return contactCompany.from(row);
    default:
      return [];
  }
}
