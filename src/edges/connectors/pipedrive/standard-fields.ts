import type { SourceField } from '../records/index.ts';

/** A field that every account has. */
export interface StandardField {
  /** As the API names it; parts of a field after a point. */
  readonly name: string;
  /** The words of Pipedrive's exports in English: accounts in other languages call the field otherwise, not the import. */
  readonly words: string;
  readonly kind: SourceField['kind'];
  /** Not read unless a person chose it: what everybody works on last says how it ended, not who was a good customer. */
  readonly isOnDemand?: true;
}

const common = {
  owner: { name: 'owner_id', words: 'Owner', kind: 'option' },
  updated: { name: 'update_time', words: 'Update time', kind: 'moment', isOnDemand: true },
  labels: { name: 'label_ids', words: 'Labels', kind: 'options', isOnDemand: true },
  visible: { name: 'visible_to', words: 'Visible to', kind: 'option', isOnDemand: true },
} as const satisfies Readonly<Record<string, StandardField>>;

const id: StandardField = { name: 'id', words: 'ID', kind: 'id' };

const companies: readonly StandardField[] = [
  id,
  { name: 'name', words: 'Name', kind: 'text' },
  common.owner,
  { name: 'website', words: 'Website', kind: 'text' },
  { name: 'linkedin', words: 'LinkedIn profile', kind: 'text' },
  { name: 'industry', words: 'Industry', kind: 'option' },
  { name: 'employee_count', words: 'Number of employees', kind: 'number' },
  { name: 'annual_revenue', words: 'Annual revenue', kind: 'number' },
  { name: 'address', words: 'Address', kind: 'text' },
  { name: 'address.locality', words: 'City/town/village/locality of Address', kind: 'text' },
  { name: 'address.admin_area_level_1', words: 'State/county of Address', kind: 'text' },
  { name: 'address.country', words: 'Country of Address', kind: 'text' },
  { name: 'address.postal_code', words: 'ZIP/Postal code of Address', kind: 'text' },
  { name: 'add_time', words: 'Organization created', kind: 'moment' },
  common.updated,
  common.labels,
  common.visible,
];

const deals: readonly StandardField[] = [
  id,
  { name: 'title', words: 'Title', kind: 'text' },
  { name: 'org_id', words: 'Organization - ID', kind: 'id' },
  { name: 'person_id', words: 'Person - ID', kind: 'id' },
  common.owner,
  { name: 'creator_user_id', words: 'Creator', kind: 'option', isOnDemand: true },
  { name: 'value', words: 'Value', kind: 'money' },
  { name: 'currency', words: 'Currency of Value', kind: 'text' },
  { name: 'status', words: 'Status', kind: 'outcome' },
  { name: 'pipeline_id', words: 'Pipeline', kind: 'option' },
  { name: 'stage_id', words: 'Stage', kind: 'stage' },
  { name: 'stage_change_time', words: 'Last stage change', kind: 'moment', isOnDemand: true },
  { name: 'probability', words: 'Probability', kind: 'number', isOnDemand: true },
  { name: 'lost_reason', words: 'Lost reason', kind: 'text' },
  { name: 'add_time', words: 'Deal created', kind: 'moment' },
  { name: 'won_time', words: 'Won time', kind: 'moment' },
  { name: 'lost_time', words: 'Lost time', kind: 'moment' },
  { name: 'close_time', words: 'Deal closed on', kind: 'moment' },
  { name: 'expected_close_date', words: 'Expected close date', kind: 'date' },
  { name: 'origin', words: 'Source origin', kind: 'text' },
  { name: 'is_archived', words: 'Archive status', kind: 'boolean', isOnDemand: true },
  common.updated,
  common.labels,
  common.visible,
];

const contacts: readonly StandardField[] = [
  id,
  { name: 'name', words: 'Name', kind: 'text' },
  { name: 'first_name', words: 'First name', kind: 'text' },
  { name: 'last_name', words: 'Last name', kind: 'text' },
  { name: 'org_id', words: 'Organization - ID', kind: 'id' },
  common.owner,
  { name: 'job_title', words: 'Job title', kind: 'text' },
  { name: 'emails.primary', words: 'Email', kind: 'text' },
  { name: 'emails.work', words: 'Email - Work', kind: 'text', isOnDemand: true },
  { name: 'emails.home', words: 'Email - Home', kind: 'text', isOnDemand: true },
  { name: 'emails.other', words: 'Email - Other', kind: 'text', isOnDemand: true },
  { name: 'phones.primary', words: 'Phone', kind: 'text' },
  { name: 'phones.work', words: 'Phone - Work', kind: 'text', isOnDemand: true },
  { name: 'phones.mobile', words: 'Phone - Mobile', kind: 'text', isOnDemand: true },
  { name: 'phones.home', words: 'Phone - Home', kind: 'text', isOnDemand: true },
  { name: 'phones.other', words: 'Phone - Other', kind: 'text', isOnDemand: true },
  { name: 'add_time', words: 'Person created', kind: 'moment' },
  common.updated,
  common.labels,
  common.visible,
];

/** The standard fields of each stream, in the order in which they are shown. */
export const standardFields = { companies, deals, contacts } as const;
