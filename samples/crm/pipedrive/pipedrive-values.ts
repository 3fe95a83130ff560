import type { CompanyWorld, CrmKind } from '../shared/index.ts';
import { customCodes, industryOptions, pipedriveStages, toolOptions } from './pipedrive-fields.ts';

/** A value in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Values = Readonly<Record<string, Json>>;

/** A moment as Pipedrive writes it: whole seconds; null for one that it does not know. */
export function seconds(at: number | null): string | null {
  return at === null || at === 0 ? null : `${new Date(at).toISOString().slice(0, 19)}Z`;
}

/** Pipedrive's id of an owner. */
export function userId(owner: number): number {
  return 8_000_001 + owner * 7;
}

/** What the world's records hold under Pipedrive's names; ids, times and links are not among them. */
export function pipedriveValues(world: CompanyWorld): Readonly<Record<CrmKind, (row: number) => Values>> {
  return {
    companies: (row) => organizationValues(world, row),
    deals: (row) => dealValues(world, row),
    contacts: (row) => personValues(world, row),
  };
}

function organizationValues(world: CompanyWorld, row: number): Values {
  const company = world.company(row);
  const option = (options: readonly { id: number; label: string }[], label: string | null): number | null =>
    options.find((each) => each.label === label)?.id ?? null;
  return {
    name: company.name,
    owner_id: userId(company.owner),
    address: {
      value: `${company.city}, ${company.country}`,
      country: company.country,
      locality: company.city,
    },
    website: company.domain === null ? null : `https://${company.domain}`,
    linkedin: null,
    industry: option(industryOptions, company.industry),
    annual_revenue: null,
    employee_count: company.employees,
    visible_to: 3,
    label_ids: [],
    [customCodes.bookingTool]: option(toolOptions, company.tool),
    [customCodes.founded]: company.founded,
    [customCodes.specialties]: row % 3 === 0 ? [301, 303] : null,
  };
}

function dealValues(world: CompanyWorld, row: number): Values {
  const deal = world.deal(row);
  const steps = deal.stages.filter(({ stage }) => stage < pipedriveStages.length);
  const last = steps.at(-1)!;
  const ended = (outcome: string): string | null =>
    deal.outcome === outcome ? seconds(deal.closedAt) : null;
  return {
    title: deal.name,
    owner_id: userId(deal.owner),
    creator_user_id: userId(deal.owner),
    value: deal.amount ?? 0,
    currency: 'EUR',
    pipeline_id: 1,
    stage_id: pipedriveStages[last.stage]!,
    stage_change_time: seconds(last.at),
    status: deal.outcome,
    probability: null,
    lost_reason: deal.lossReason,
    close_time: seconds(deal.closedAt),
    won_time: ended('won'),
    lost_time: ended('lost'),
    expected_close_date: null,
    visible_to: 3,
    label_ids: [],
    is_archived: deal.outcome === 'lost' && row % 10 === 0,
    origin: 'ManuallyCreated',
    [customCodes.yearlyFee]: deal.amount === null ? null : { value: deal.amount, currency: 'EUR' },
  };
}

function personValues(world: CompanyWorld, row: number): Values {
  const contact = world.contact(row);
  const entry = (value: string | null): Json =>
    value === null ? [] : [{ value, primary: true, label: 'work' }];
  return {
    name: `${contact.firstName} ${contact.lastName}`,
    first_name: contact.firstName,
    last_name: contact.lastName,
    owner_id: userId(contact.owner),
    emails: entry(contact.email),
    phones: entry(contact.phone),
    job_title: contact.title,
    visible_to: 3,
    label_ids: [],
  };
}
