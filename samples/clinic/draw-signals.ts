import type { Random } from '../../src/base/stats/index.ts';
import { csvText, type SampleCell } from './csv-text.ts';
import { type ClinicAccount, pick } from './draw-account.ts';
import type { ClinicCustomer } from './draw-customer.ts';
import { daysAgo } from './sample-date.ts';
import { tools } from './vocabulary.ts';

const kinds = ['hired', 'location_opened', 'funding_round'] as const;

/** Dated events and what was looked at, for customers (before they bought) and prospects (of late). */
export function drawSignals(
  random: Random,
  customers: readonly ClinicCustomer[],
  prospects: readonly ClinicAccount[],
): { readonly signals: string; readonly coverage: string } {
  const events = [
    ...customers.flatMap((customer) => customerEvents(random, customer)),
    ...prospects.flatMap((account) => prospectEvents(random, account)),
  ];
  const checked = [
    ...customers.flatMap((c) => checks(c.account, c.startedDaysAgo)),
    ...prospects.flatMap((account) => (random.next() < 0.7 ? checks(account, random.integer(20)) : [])),
  ];
  return {
    signals: csvText(['Account ID', 'Signal', 'About', 'Observed on', 'Strength', 'Source'], events),
    coverage: csvText(['Account ID', 'Scope', 'Checked on'], checked),
  };
}

function customerEvents(random: Random, customer: ClinicCustomer): readonly (readonly SampleCell[])[] {
  const before = (days: number) => customer.startedDaysAgo + days;
  const hired = customer.hiredBefore
    ? [event(random, customer.account, { what: administrationHired, days: before(5 + random.integer(150)) })]
    : [];
  const others =
    random.next() < 0.3
      ? [
          event(random, customer.account, {
            what: otherEvent(random),
            days: before(10 + random.integer(300)),
          }),
        ]
      : [];
  return [...hired, ...others];
}

function prospectEvents(random: Random, account: ClinicAccount): readonly (readonly SampleCell[])[] {
  const hired =
    random.next() < 0.16
      ? [event(random, account, { what: administrationHired, days: random.integer(300) })]
      : [];
  const others =
    random.next() < 0.15
      ? [event(random, account, { what: otherEvent(random), days: random.integer(400) })]
      : [];
  return [...hired, ...others];
}

/** A kind of event and what it is about. */
type EventSubject = readonly [string, string | null];

const administrationHired: EventSubject = ['hired', 'administration'];

function otherEvent(random: Random): EventSubject {
  return pick<EventSubject>(random, [
    ['hired', 'practitioner'],
    ['location_opened', null],
    ['funding_round', null],
  ]);
}

function event(
  random: Random,
  account: ClinicAccount,
  { what: [kind, about], days }: { readonly what: EventSubject; readonly days: number },
): readonly SampleCell[] {
  const strength = pick(random, [0.6, 0.8, 1]);
  return [account.id, kind, about, daysAgo(days), strength, pick(random, ['job board', 'register', 'news'])];
}

function checks(account: ClinicAccount, days: number): readonly (readonly SampleCell[])[] {
  return [...Object.keys(tools), ...kinds].map((scope) => [account.id, scope, daysAgo(days)]);
}
