import type { Random } from '../../src/base/stats/index.ts';
import { csvText, type SampleCell } from './csv-text.ts';
import { type ClinicAccount, pick } from './draw-account.ts';
import type { ClinicCustomer } from './draw-customer.ts';
import { daysAgo } from './sample-date.ts';
import { familyNames, firstNames, titles } from './vocabulary.ts';

const header = [
  'Person ID',
  'Account ID',
  'Name',
  'Job title',
  'Committee role',
  'Email',
  'Email status',
  'Source',
  'Obtained on',
  'Lawful basis',
];

/** Contacts with where they came from, when, and on what legal ground. */
export function drawPeople(
  random: Random,
  customers: readonly ClinicCustomer[],
  prospects: readonly ClinicAccount[],
): string {
  const rows: (readonly SampleCell[])[] = [];
  const add = (account: ClinicAccount, roleKnown: boolean) => {
    const { title, role } = pick(random, titles);
    rows.push(person(random, { account, id: rows.length + 1, title, role: roleKnown ? role : null }));
  };
  for (const { account } of customers) for (let i = 0; i < 2 + random.integer(2); i++) add(account, true);
  for (const account of prospects) for (let i = random.integer(3); i > 0; i--) add(account, false);
  return csvText(header, rows);
}

function person(
  random: Random,
  { account, id, title, role }: { account: ClinicAccount; id: number; title: string; role: string | null },
): readonly SampleCell[] {
  const first = pick(random, firstNames);
  const family = pick(random, familyNames);
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const email = random.next() < 0.8 ? `${plain(first)}.${plain(family)}@${account.domain}` : null;
  return [
    `H-${String(id).padStart(5, '0')}`,
    account.id,
    `${first} ${family}`,
    title,
    role,
    email,
    email === null ? null : pick(random, ['verified', 'verified', 'unknown', 'invalid']),
    pick(random, ['trade fair', 'website form', 'public register']),
    daysAgo(30 + random.integer(700)),
    'legitimate interest',
  ];
}
