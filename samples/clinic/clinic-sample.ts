import { createRandom, type Random } from '../../src/base/stats/index.ts';
import { accountCells, accountHeader } from './account-cells.ts';
import { csvText } from './csv-text.ts';
import { type ClinicAccount, drawAccount, pick } from './draw-account.ts';
import { type ClinicCustomer, drawCustomer } from './draw-customer.ts';
import { drawPeople } from './draw-people.ts';
import { drawSignals } from './draw-signals.ts';
import { daysAgo, spanishDate } from './sample-date.ts';
import { channels } from './vocabulary.ts';

/** One file of the sample, as a CRM or a spreadsheet would export it. */
export interface SampleFile {
  readonly name: string;
  readonly text: string;
}

/** How many companies the sample has. */
export interface SampleSize {
  readonly customers: number;
  readonly prospects: number;
}

/**
 * A company that sells clinic software: its customers, prospects, deals, people, tools and signals, with missing and
 * dirty values as exports have them. What makes a good customer is planted (see `plantedTraits`); the same seed gives
 * the same files.
 */
export function clinicSample(
  seed: number,
  size: SampleSize = { customers: 120, prospects: 5000 },
): readonly SampleFile[] {
  const random = createRandom(seed);
  const customers = range(size.customers).map((i) =>
    drawCustomer(random, drawAccount(random, i, 'customers')),
  );
  const prospects = range(size.prospects).map((i) => drawAccount(random, i, 'prospects'));
  const everyone = [...customers.map((c) => c.account), ...prospects];
  const { signals, coverage } = drawSignals(random, customers, prospects);
  return [
    { name: 'customers.csv', text: customersText(random, customers) },
    { name: 'prospects.csv', text: prospectsText(random, prospects) },
    { name: 'deals.csv', text: dealsText(random, customers, prospects) },
    { name: 'people.csv', text: drawPeople(random, customers, prospects) },
    { name: 'technologies.csv', text: technologiesText(everyone) },
    { name: 'signals.csv', text: signals },
    { name: 'coverage.csv', text: coverage },
  ];
}

/** The whole numbers from 0 up to (not including) `n`. */
export function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function customersText(random: Random, customers: readonly ClinicCustomer[]): string {
  const rows = customers.map((c) => [
    ...accountCells(random, c.account),
    random.next() < 0.06 ? null : pick(random, channels),
    random.next() < 0.05 ? null : money(random, c.contractValue),
    random.next() < 0.3 ? spanishDate(c.startedDaysAgo) : daysAgo(c.startedDaysAgo),
    c.endedDaysAgo === null ? null : daysAgo(c.endedDaysAgo),
    random.next() < 0.2 ? null : c.nps,
    random.next() < 0.05 ? null : c.supportTickets,
    random.next() < 0.04 ? null : c.daysToClose,
  ]);
  const header = [
    ...accountHeader,
    'Acquisition channel',
    'Contract value (€/year)',
    'Customer since',
    'Churned on',
    'NPS',
    'Support tickets',
    'Days to close',
  ];
  const broken = rows[rows.length - 1]!.map((cell, i) => {
    if (i === 0) return 'C-999';
    return header[i] === 'Customer since' ? '31/02/2025' : cell;
  });
  return csvText(header, [...rows, broken]);
}

/** Amounts as people type them: `12400`, `€12.400`, `12,4k€`. */
function money(random: Random, amount: number): string {
  const u = random.next();
  if (u < 0.7) return String(amount);
  return u < 0.9
    ? `€${amount.toLocaleString('de-DE')}`
    : `${(amount / 1000).toLocaleString('de-DE', { maximumFractionDigits: 1 })}k€`;
}

function prospectsText(random: Random, prospects: readonly ClinicAccount[]): string {
  return csvText(
    accountHeader,
    prospects.map((account) => accountCells(random, account)),
  );
}

const dealHeader = [
  'Deal ID',
  'Account ID',
  'Created on',
  'Closed on',
  'Outcome',
  'Amount',
  'Source',
  'Loss reason',
];

function dealsText(
  random: Random,
  customers: readonly ClinicCustomer[],
  prospects: readonly ClinicAccount[],
) {
  const won = customers.map((c) => {
    const closed = c.startedDaysAgo + 3;
    return [
      c.account.id,
      daysAgo(closed + c.daysToClose),
      daysAgo(closed),
      'Won',
      c.contractValue,
      source(random),
      null,
    ];
  });
  const lost = prospects.slice(0, 160).map((account) => {
    const closed = 20 + random.integer(1200);
    const reason = pick(random, ['price', 'no decision', 'competitor', 'timing']);
    return [
      account.id,
      daysAgo(closed + 20 + random.integer(90)),
      daysAgo(closed),
      'Lost',
      null,
      source(random),
      reason,
    ];
  });
  const open = prospects.slice(160, 200).map((account) => {
    return [account.id, daysAgo(5 + random.integer(80)), null, 'Open', null, source(random), null];
  });
  const rows = [...won, ...lost, ...open].map((cells, i) => [
    `D-${String(i + 1).padStart(4, '0')}`,
    ...cells,
  ]);
  return csvText(dealHeader, rows);
}

function source(random: Random): string {
  return pick(random, channels);
}

function technologiesText(accounts: readonly ClinicAccount[]): string {
  const rows = accounts.flatMap((account) =>
    account.tools.map((tool) => [account.id, tool.technology, tool.category, daysAgo(tool.since + 1900)]),
  );
  return csvText(['Account ID', 'Technology', 'Category', 'First seen'], rows);
}
