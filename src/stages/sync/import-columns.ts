import { linkColumn, valueColumn } from './mirror-columns.ts';
import type { MirrorShape } from './types.ts';

/** What import needs to know of a field of a source. */
export interface ImportedField {
  readonly name: string;
  readonly header: string;
  readonly kind: string;
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
}

/** One column of the table that is imported from a mirror. */
export interface ImportColumn {
  readonly header: string;
  /** Column of the mirror. */
  readonly from: string;
  /** What its texts are written as; texts that are not among them stay what they are. Null: all stay. */
  readonly labels: ReadonlyMap<string, string> | null;
  /** Its texts are several values joined by `;`. */
  readonly several: boolean;
  /** It names the company that a record belongs to. */
  readonly isCompany: boolean;
  /** The canonical field that it certainly is; null where its header says it. */
  readonly field: 'stage' | 'outcome' | null;
}

/** A stream as it is imported. */
export interface ImportedStream {
  readonly shape: MirrorShape;
  readonly fields: readonly ImportedField[];
  /** Name of the field that holds the stage of a deal; null for streams without. */
  readonly stageField: string | null;
  /** What each stage means, by id; stages that are not here mean nothing. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** Currency of sums that name none; null when not known. */
  readonly currency: string | null;
  /** Fields that Bestfit writes itself: they are never imported, or a score would be learned from scores. */
  readonly written: readonly string[];
}

const fallbackId = 'Record ID';

/**
 * The columns under which a stream is imported: its id, the ids of its company, and its fields under the headers of the
 * vendor's own exports, labels in place of codes; what stages mean stands in a column `Outcome`.
 */
export function importColumns(stream: ImportedStream): readonly ImportColumn[] {
  const { shape, fields, written } = stream;
  const described = new Map(fields.map((field) => [field.name, field]));
  const id = fields.find(({ kind, name }) => kind === 'id' && shape.fields.includes(name));
  const hasCurrency = shape.fields.some((name) => /currency/i.test(described.get(name)?.header ?? ''));
  const values = shape.fields.flatMap((name, place): readonly ImportColumn[] => {
    const field = described.get(name) ?? { name, header: name, kind: 'text', options: null };
    if (written.includes(name) || field.kind === 'id') return [];
    const suffix = field.kind === 'money' && !hasCurrency && stream.currency !== null;
    return [
      {
        header: suffix ? `${field.header} (${stream.currency})` : field.header,
        from: valueColumn(place),
        labels: labelsOf(field),
        several: field.kind === 'options',
        isCompany: false,
        field: field.kind === 'stage' || field.kind === 'outcome' ? field.kind : null,
      },
    ];
  });
  const own = {
    header: id?.header ?? fallbackId,
    from: 'id',
    labels: null,
    several: false,
    field: null,
    isCompany: false,
  };
  return apart([own, ...companyColumn(stream), ...values, ...outcomeColumn(stream)]);
}

function labelsOf({ options }: ImportedField): ReadonlyMap<string, string> | null {
  if (options === null || options.length === 0) return null;
  return new Map(options.map(({ value, label }) => [value, label]));
}

function companyColumn({ shape }: ImportedStream): readonly ImportColumn[] {
  const place = shape.links.indexOf('companies');
  if (place === -1) return [];
  return [
    {
      header: 'Associated Company IDs',
      from: linkColumn(place),
      labels: null,
      several: false,
      field: null,
      isCompany: true,
    },
  ];
}

function outcomeColumn({ shape, fields, stageField, outcomes }: ImportedStream): readonly ImportColumn[] {
  const place = stageField === null ? -1 : shape.fields.indexOf(stageField);
  const says = [...outcomes.values()];
  const isSaid = fields.some(({ kind, name }) => kind === 'outcome' && shape.fields.includes(name));
  if (place === -1 || isSaid || !(says.includes('won') || says.includes('lost'))) return [];
  return [
    {
      header: 'Outcome',
      from: valueColumn(place),
      labels: outcomes,
      several: false,
      field: 'outcome',
      isCompany: false,
    },
  ];
}

/** Two fields of one label are told apart by a number. */
function apart(columns: readonly ImportColumn[]): readonly ImportColumn[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const times = (seen.get(column.header) ?? 0) + 1;
    seen.set(column.header, times);
    return times === 1 ? column : { ...column, header: `${column.header} ${times}` };
  });
}
