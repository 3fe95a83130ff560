import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { salesforceId } from '../../samples/crm/salesforce/salesforce-id.ts';
import {
  type CrmKind,
  companyWorld,
  type Fault,
  linkedRows,
  type WorldSize,
} from '../../samples/crm/shared/index.ts';
import { openFileClock } from './file-clock.ts';
import { type AnyStandIn, type Vendor, vendorSettings } from './vendors.ts';

/** What a stand-in in a process of its own is made of. */
export interface StandInSetup {
  readonly vendor: Vendor;
  readonly size: WorldSize;
  /** File of the clock. */
  readonly clock: string;
  readonly indexLagMs: number;
}

/** What happens in a stand-in without its API. */
export type StandInOrder =
  /** People work: of each kind a share is added, changed, merged or deleted. */
  | { readonly do: 'change'; readonly share: number; readonly seed: number }
  /** What was asked since the last time; counting begins anew. */
  | { readonly do: 'log' }
  /** At every nth request of some endpoints (null: all); a fault of null ends all. */
  | {
      readonly do: 'fault';
      readonly fault: Fault | null;
      readonly every: number;
      readonly endpoint: string | null;
    }
  /** Every record of a kind that is there: its id, the id of its company, and the fields. */
  | { readonly do: 'records'; readonly kind: CrmKind; readonly fields: readonly string[] }
  /** How many companies that are there hold a value in a field of ours, by a part of its name. */
  | { readonly do: 'holding'; readonly label: string; readonly value: string }
  /** A rule of the company keeps every nth company from being written. */
  | { readonly do: 'refuse'; readonly every: number };

/** Where a stand-in is, and where it takes orders. */
export interface StandInPlace {
  readonly origin: string;
  readonly orders: string;
}

const worldSeed = 5;

/** Runs a stand-in until the process is ended; says where it is in one line. */
export async function runStandIn({ vendor, size, clock, indexLagMs }: StandInSetup): Promise<void> {
  const { now } = openFileClock(clock);
  const world = companyWorld(worldSeed, size, now());
  const standIn = await vendorSettings[vendor].start({ world, now, indexLagMs });
  const server = createServer((incoming, outgoing) => {
    void readOrder(incoming).then((order) => {
      outgoing.end(JSON.stringify(carryOut(standIn, vendor, order) ?? null));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const orders = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  console.log(JSON.stringify({ origin: standIn.origin, orders } satisfies StandInPlace));
}

async function readOrder(incoming: IncomingMessage): Promise<StandInOrder> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as StandInOrder;
}

function carryOut(standIn: AnyStandIn, vendor: Vendor, order: StandInOrder): unknown {
  const { log, faults } = standIn;
  switch (order.do) {
    case 'change':
      return standIn.changeShare(order.share, order.seed);
    case 'log': {
      const said = {
        total: log.total,
        byEndpoint: log.byEndpoint,
        byStatus: log.byStatus,
        shown: faults.shown.length,
      };
      log.clear();
      return said;
    }
    case 'fault': {
      const { fault, every, endpoint } = order;
      faults.clear();
      if (fault !== null) faults.add(fault, { at: 'every', n: every, endpoint });
      return null;
    }
    case 'records':
      return recordsOf(standIn, vendor, order);
    case 'holding':
      return countHolding(standIn, order);
    case 'refuse':
      return refuseWrites(standIn, order.every);
  }
}

function recordsOf(
  standIn: AnyStandIn,
  vendor: Vendor,
  { kind, fields }: Extract<StandInOrder, { do: 'records' }>,
): readonly (readonly (string | null)[])[] {
  const { tables } = standIn.account;
  const table = tables[kind];
  const rows: (readonly (string | null)[])[] = [];
  for (let row = 0; row < table.count; row++) {
    if (!table.isLive(row)) continue;
    const { id, values } = table.read(row);
    const company =
      kind === 'companies' ? undefined : linkedRows(tables, row, { from: kind, to: 'companies' })[0];
    const companyId =
      company === undefined ? null : idText(vendor, 'companies', tables.companies.idOf(company));
    rows.push([idText(vendor, kind, id), companyId, ...fields.map((name) => textOf(values[name]))]);
  }
  return rows;
}

function countHolding(
  standIn: AnyStandIn,
  { label, value }: Extract<StandInOrder, { do: 'holding' }>,
): number {
  const name = ownField(standIn, label);
  const { companies } = standIn.account.tables;
  let count = 0;
  for (let row = 0; row < companies.count; row++)
    if (name !== null && companies.isLive(row) && textOf(companies.read(row).values[name]) === value)
      count += 1;
  return count;
}

/** The name of a field that Bestfit made; null when it did not. */
function ownField({ account }: AnyStandIn, label: string): string | null {
  const isIt = (text: string): boolean =>
    text.toLowerCase().replaceAll(' ', '_').startsWith(`bestfit_${label}`);
  if ('fields' in account) {
    const fields = [...account.fields.organizations.values()];
    return fields.find((field) => isIt(field.field_name))?.field_code ?? null;
  }
  const fields = 'properties' in account ? account.properties.companies : account.objects.get('Account');
  return [...(fields?.keys() ?? [])].find((name) => isIt(name)) ?? null;
}

const prefixes = { companies: '001', deals: '006', contacts: '003' } as const;

function idText(vendor: Vendor, kind: CrmKind, id: number): string {
  return vendor === 'salesforce' ? salesforceId(prefixes[kind], id) : String(id);
}

function textOf(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : `${value as string | number | boolean}`;
}

function refuseWrites({ account }: AnyStandIn, every: number): number {
  if (!('refusedWrites' in account)) return 0;
  const message = 'a rule of the company says no';
  const { companies } = account.tables;
  let refused = 0;
  for (let row = 0; row < companies.count; row += every) {
    if (!companies.isLive(row)) continue;
    const id = companies.idOf(row);
    if ('properties' in account)
      account.refusedWrites.set(`companies ${id}`, { message, category: 'VALIDATION_ERROR' });
    else account.refusedWrites.set(idText('salesforce', 'companies', id), message);
    refused += 1;
  }
  return refused;
}
