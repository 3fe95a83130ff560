import { type CrmKind, worldStages } from '../shared/index.ts';
import { industries, tools } from '../shared/world-words.ts';

/** Pipedrive's names of the kinds of records. */
export type PipedriveType = 'organizations' | 'deals' | 'persons';

/** The kind behind each of Pipedrive's names. */
export const kindOfType: Readonly<Record<PipedriveType, CrmKind>> = {
  organizations: 'companies',
  deals: 'deals',
  persons: 'contacts',
};

/** A field as Pipedrive defines it; `options` are null where there are none to choose from. */
export interface PipedriveField {
  readonly field_name: string;
  readonly field_code: string;
  readonly field_type: string;
  readonly options: readonly { readonly id: number | string; readonly label: string }[] | null;
  readonly is_custom_field: boolean;
}

/** Codes of the fields that the account made itself: 40 hexadecimal digits, as Pipedrive gives them. */
export const customCodes = {
  bookingTool: 'a1f0c3d4e5b6978812345678901234567890abcd',
  founded: 'b2f0c3d4e5b6978812345678901234567890abcd',
  specialties: 'c3f0c3d4e5b6978812345678901234567890abcd',
  yearlyFee: 'd4f0c3d4e5b6978812345678901234567890abcd',
} as const;

type Short = readonly [code: string, name: string, type: string];

const systemFields: Readonly<Record<PipedriveType, readonly Short[]>> = {
  organizations: [
    ['id', 'ID', 'int'],
    ['name', 'Name', 'varchar'],
    ['owner_id', 'Owner', 'user'],
    ['add_time', 'Organization created', 'date'],
    ['update_time', 'Update time', 'date'],
    ['address', 'Address', 'address'],
    ['website', 'Website', 'varchar'],
    ['industry', 'Industry', 'enum'],
    ['employee_count', 'Number of employees', 'int'],
  ],
  deals: [
    ['id', 'ID', 'int'],
    ['title', 'Title', 'varchar'],
    ['owner_id', 'Owner', 'user'],
    ['person_id', 'Contact person', 'people'],
    ['org_id', 'Organization', 'org'],
    ['stage_id', 'Stage', 'stage'],
    ['status', 'Status', 'status'],
    ['value', 'Value', 'monetary'],
    ['lost_reason', 'Lost reason', 'varchar_options'],
    ['add_time', 'Deal created', 'date'],
    ['update_time', 'Update time', 'date'],
    ['won_time', 'Won time', 'date'],
    ['lost_time', 'Lost time', 'date'],
    ['close_time', 'Deal closed on', 'date'],
  ],
  persons: [
    ['id', 'ID', 'int'],
    ['name', 'Name', 'varchar'],
    ['owner_id', 'Owner', 'user'],
    ['org_id', 'Organization', 'org'],
    ['emails', 'Email', 'varchar'],
    ['phones', 'Phone', 'phone'],
    ['job_title', 'Job title', 'varchar'],
    ['add_time', 'Person created', 'date'],
    ['update_time', 'Update time', 'date'],
  ],
};

const numbered = (labels: readonly string[], first: number) =>
  labels.map((label, i) => ({ id: first + i, label }));

/** Options of the organization's industry, in the order of the world's industries. */
export const industryOptions = numbered(
  industries.map(({ name }) => name),
  101,
);
/** Options of the custom field for the booking tool. */
export const toolOptions = numbered(tools, 201);
const specialtyOptions = numbered(['General', 'Sports', 'Family'], 301);
const statusOptions = ['open', 'won', 'lost', 'deleted'].map((id) => ({ id, label: id }));

/** The fields that an account has from the start. */
export function initialFields(type: PipedriveType): Map<string, PipedriveField> {
  const options: Readonly<Record<string, PipedriveField['options']>> = {
    industry: industryOptions,
    status: statusOptions,
  };
  const system = systemFields[type].map(([field_code, field_name, field_type]) => ({
    field_name,
    field_code,
    field_type,
    options: options[field_code] ?? null,
    is_custom_field: false,
  }));
  return new Map([...system, ...customFields[type]].map((field) => [field.field_code, field]));
}

function custom(
  field_code: string,
  field_name: string,
  [field_type, options]: readonly [string, PipedriveField['options']],
): PipedriveField {
  return { field_name, field_code, field_type, options, is_custom_field: true };
}

const customFields: Readonly<Record<PipedriveType, readonly PipedriveField[]>> = {
  organizations: [
    custom(customCodes.bookingTool, 'Booking tool', ['enum', toolOptions]),
    custom(customCodes.founded, 'Founded', ['double', null]),
    custom(customCodes.specialties, 'Specialties', ['set', specialtyOptions]),
  ],
  deals: [custom(customCodes.yearlyFee, 'Yearly fee', ['monetary', null])],
  persons: [],
};

/** Pipedrive's ids of the stages, in the order of `worldStages`; won and lost are no stages but a status. */
export const pipedriveStages = worldStages.slice(0, 4).map((_, i) => i + 11);
