import type { WriteField } from '../records/index.ts';

/** The name that a field gets in Salesforce: `bestfit_scored_on` becomes `Bestfit_Scored_On__c`. */
export function targetField({ name }: Pick<WriteField, 'name'>): string {
  const words = name.split('_').map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join('_')}__c`;
}

interface FieldShape {
  /** As the Tooling API names it. */
  readonly type: string;
  readonly length?: number;
  readonly precision?: number;
  readonly scale?: number;
  readonly visibleLines?: number;
}

/** Choices are plain texts: a picklist would refuse, or not show, a choice that came later. */
const shapes: Readonly<Record<WriteField['kind'], FieldShape>> = {
  text: { type: 'Text', length: 255 },
  option: { type: 'Text', length: 255 },
  'long-text': { type: 'LongTextArea', length: 32_768, visibleLines: 5 },
  number: { type: 'Number', precision: 18, scale: 0 },
  date: { type: 'Date' },
};

/** Types, as described, that can hold each kind. */
const fitting: Readonly<Record<WriteField['kind'], readonly string[]>> = {
  text: ['string', 'textarea', 'picklist'],
  option: ['string', 'textarea', 'picklist'],
  'long-text': ['textarea', 'string'],
  number: ['double', 'int', 'currency', 'percent'],
  date: ['date'],
};

/** The body that makes a field (Tooling API, CustomField); labels have at most 40 characters, descriptions 1,000. */
export function customField(object: string, field: WriteField): object {
  return {
    FullName: `${object}.${targetField(field)}`,
    Metadata: {
      label: field.label.slice(0, 40),
      description: field.description.slice(0, 1000),
      ...shapes[field.kind],
    },
  };
}

/** Whether a field of a described type can hold what is written. */
export function fitsKind(type: string, kind: WriteField['kind']): boolean {
  return fitting[kind].includes(type);
}

/** A type for people: `Text(255)`, `Number(18, 0)`. */
export function typeLabel({ kind }: Pick<WriteField, 'kind'>): string {
  const { type, length, precision, scale } = shapes[kind];
  if (length !== undefined) return `${type}(${length})`;
  return precision === undefined ? type : `${type}(${precision}, ${scale})`;
}
