import type { Random } from '../../src/base/stats/index.ts';
import type { SampleCell } from './csv-text.ts';
import type { ClinicAccount } from './draw-account.ts';

/** Headers of the columns that `accountCells` fills, in its order. */
export const accountHeader = [
  'Account ID',
  'Company',
  'Website',
  'Industry',
  'Practitioners',
  'Locations',
  'Country',
  'Region',
  'City',
  'Founded',
  'Ownership',
  'Parking',
  'Specialty',
] as const;

/** A company as it stands in an export: some values missing, some written another way. */
export function accountCells(random: Random, account: ClinicAccount): readonly SampleCell[] {
  const maybe = <T extends SampleCell>(value: T, missing: number) => (random.next() < missing ? null : value);
  return [
    account.id,
    account.name,
    website(random, account.domain),
    maybe(account.industry, 0.04),
    practitioners(random, account.practitioners),
    maybe(account.locations, 0.12),
    country(random, account.country),
    account.region,
    maybe(account.city, 0.05),
    maybe(account.founded, 0.3),
    maybe(account.ownership, 0.1),
    maybe(account.parking ? 'yes' : 'no', 0.25),
    random.next() < 0.15 ? 'n/a' : account.specialty,
  ];
}

function website(random: Random, domain: string): string {
  const u = random.next();
  if (u < 0.6) return domain;
  return u < 0.85 ? `https://www.${domain}/` : `http://${domain}/contacto?lang=es`;
}

/** One in eight is unknown, one in eight only known as a band. */
function practitioners(random: Random, n: number): string | number | null {
  const u = random.next();
  if (u < 0.12) return null;
  if (u > 0.24) return n;
  if (n <= 2) return '1-2';
  if (n <= 15) return n <= 7 ? '3-7' : '8-15';
  return n <= 50 ? '16-50' : '51+';
}

function country(random: Random, name: string): string {
  if (name !== 'Spain') return name;
  const u = random.next();
  if (u < 0.7) return 'Spain';
  return u < 0.9 ? 'España' : 'ES';
}
