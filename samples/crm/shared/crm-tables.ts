import type { CompanyWorld } from './company-world.ts';
import { RecordLinks } from './record-links.ts';
import { type FieldValues, RecordTable } from './record-table.ts';

/** The three kinds of records that a sync reads. */
export type CrmKind = 'companies' | 'deals' | 'contacts';

/** How a vendor numbers and names the records of one kind. */
export interface CrmShape<V> {
  readonly firstId: number;
  readonly idStep: number;
  readonly values: (row: number) => FieldValues<V>;
  /** Records whose date of last change the vendor does not know until they are changed; it is then 0. */
  readonly isUndated?: (row: number) => boolean;
}

/** The content of a CRM in a vendor's shape, and how it hangs together (links are between rows of untouched tables). */
export interface CrmTables<V> {
  readonly world: CompanyWorld;
  readonly companies: RecordTable<V>;
  readonly deals: RecordTable<V>;
  readonly contacts: RecordTable<V>;
  readonly dealCompany: RecordLinks;
  readonly dealContact: RecordLinks;
  readonly contactCompany: RecordLinks;
}

/** Lays a world out in a vendor's shape. */
export function crmTables<V>(
  world: CompanyWorld,
  shapes: Readonly<Record<CrmKind, CrmShape<V>>>,
): CrmTables<V> {
  const { company, deal, contact, size } = world;
  const table = (kind: CrmKind, record: (row: number) => { createdAt: number; modifiedAt: number }) =>
    new RecordTable<V>({
      count: size[kind],
      ...shapes[kind],
      createdAt: (row) => record(row).createdAt,
      modifiedAt: (row) => (shapes[kind].isUndated?.(row) === true ? 0 : record(row).modifiedAt),
    });
  const within = (row: number, kind: CrmKind) => row < size[kind];
  return {
    world,
    companies: table('companies', company),
    deals: table('deals', deal),
    contacts: table('contacts', contact),
    dealCompany: new RecordLinks({
      to: (row) => (within(row, 'deals') ? world.companyOfDeal(row) : null),
      from: world.dealsOfCompany,
    }),
    dealContact: new RecordLinks({
      to: (row) => (within(row, 'deals') ? world.contactOfDeal(row) : null),
      from: (row) =>
        within(row, 'contacts')
          ? world
              .dealsOfCompany(world.companyOfContact(row))
              .filter((candidate) => world.contactOfDeal(candidate) === row)
          : [],
    }),
    contactCompany: new RecordLinks({
      to: (row) => (within(row, 'contacts') ? world.companyOfContact(row) : null),
      from: world.contactsOfCompany,
    }),
  };
}
