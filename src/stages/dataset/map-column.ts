import { type Assignment, enoughConfidence } from './assign-columns.ts';
import type { CanonicalField } from './canonical-field.ts';
import type { ColumnProfile } from './column-profile.ts';
import { isAccountKey, isUnreadable, readableShare, shownAsAges } from './fit-content.ts';
import { nameAttribute } from './name-attribute.ts';
import { placeAttribute } from './place-attribute.ts';
import { readCell } from './plan-cell.ts';
import { readHeader } from './read-header.ts';
import { listsIds } from './recognize-crm.ts';
import type { ColumnMapping, FieldKind, FileKind, TableName, ValueFormat } from './types.ts';
import { plainText } from './values/index.ts';

const rowNumber = /^(?:|unnamed \d+|index|row|row number|row id|line|n|no|nr|fila|riga|linha|ligne|zeile)$/;
/** Contents of which `Unknown` and `None` are never a value. */
const neverNothing = new Set(['id', 'name', 'domain', 'email', 'country']);

/** What the mapping of one column depends on besides its profile. */
export interface ColumnContext {
  readonly as: FileKind;
  /** Table that a lookup is joined onto; null when it is none or not known yet. */
  readonly joined: TableName | null;
  /** Position of the column in the file, from 0. */
  readonly column: number;
  /** Names that custom attributes may not take. */
  readonly taken: ReadonlySet<string>;
}

/** The mapping of a column onto a canonical field. */
export function mapToField(
  field: CanonicalField,
  profile: ColumnProfile,
  decision: Pick<ColumnMapping, 'confidence' | 'why' | 'decidedBy'>,
): ColumnMapping {
  const kind = kindFor(field, profile);
  const format = formatFor(field, profile);
  return {
    column: profile.header,
    table: field.table,
    field: field.name,
    custom: false,
    ignored: false,
    kind,
    format,
    unit: kind === 'money' ? format.currency : (field.unit ?? profile.unit),
    layer: field.layer,
    known: field.known,
    ...decision,
    asks: null,
  };
}

/** The mapping of a column that stays an attribute of one's own, or is left out because it holds nothing. */
export function mapToAttribute(assignment: Assignment, context: ColumnContext): ColumnMapping {
  const { profile, perhaps, confidence } = assignment;
  const place = placeAttribute(profile, context.as, context.joined);
  const { words } = readHeader(profile.header);
  const ignored = whyIgnored(profile);
  return {
    column: profile.header,
    ...place,
    field: nameAttribute(words, { ...context, table: place.table }),
    custom: true,
    ignored: ignored !== null,
    kind: profile.kind,
    format: profile.format,
    unit: profile.unit,
    confidence: perhaps === null ? 1 : Number(confidence.toFixed(2)),
    why: ignored ?? whyCustom(assignment),
    decidedBy: 'guessed',
    asks: ignored === null && perhaps !== null ? question(profile, perhaps) : null,
  };
}

/** Why a guess onto a canonical field was taken, for the reader of the mapping. */
export function whyField(field: CanonicalField, profile: ColumnProfile, confidence: number): string {
  const certain =
    confidence >= 0.95 ? 'header and content are' : confidence >= enoughConfidence ? 'probably' : 'perhaps';
  return [
    `${certain} ${field.label.toLowerCase()}`,
    ...profile.conflicts,
    ...notesFor(field.kind, profile),
  ].join('; ');
}

function notesFor(kind: FieldKind, { notes }: ColumnProfile): readonly string[] {
  return kind === 'number' || kind === 'money' ? notes.filter((note) => note.includes('is read as')) : [];
}

function whyCustom({ profile, takenBy }: Assignment): string {
  const taken = takenBy === null ? [] : [`\`${takenBy}\` already fills the field it resembles`];
  return ['an attribute of your own', ...taken, ...profile.conflicts, ...profile.notes].join('; ');
}

/** What the user is asked when a column may be a canonical field, after what speaks against it. */
export function question(profile: ColumnProfile, field: CanonicalField): string {
  const { label, table, name } = field;
  return `${doubts(field, profile)}Is \`${profile.header}\` the field ${label} (${table}.${name})?`;
}

function doubts(field: CanonicalField, profile: ColumnProfile): string {
  const { filled, distinct } = profile;
  if (isAccountKey(field) && distinct * 2 < filled) {
    return `It has ${distinct} different values in ${filled} rows, few for a key. `;
  }
  if (!isUnreadable(field, profile)) return '';
  const mapping = mapToField(field, profile, { confidence: 1, why: '', decidedBy: 'guessed' });
  const example = profile.examples.find((text) => readCell(mapping, text).kind === 'misfit');
  const rows = Math.round((1 - (readableShare(field, profile) ?? 1)) * filled);
  const such = example === undefined ? '' : `, such as \`${example}\`,`;
  return `${rows} of its ${filled} values${such} cannot be read so: as that field, their rows are set aside. `;
}

function whyIgnored(profile: ColumnProfile): string | null {
  if (profile.filled === 0) return 'it is empty';
  const counts = profile.unique && profile.shares.number === 1 && profile.kind === 'number';
  return counts && rowNumber.test(plainText(profile.header)) ? 'it only numbers the rows' : null;
}

function kindFor(field: CanonicalField, profile: ColumnProfile): FieldKind {
  return field.name === 'technology' && profile.format.separator !== null ? 'set' : field.kind;
}

function formatFor(field: CanonicalField, profile: ColumnProfile): ValueFormat {
  const { format, likelyBlanks, shares } = profile;
  const ages = shownAsAges(field, shares) ? { ages: null } : {};
  const numeric = field.kind === 'number' || field.kind === 'money';
  const nothing = field.content !== 'country' && neverNothing.has(field.content ?? '');
  return {
    decimal: numeric ? format.decimal : null,
    dateOrder: field.kind === 'date' || field.kind === 'year' ? format.dateOrder : null,
    currency: field.kind === 'money' ? format.currency : null,
    scale: numeric ? format.scale : 1,
    separator: separatorFor(field, profile),
    ...ages,
    blanks: nothing ? [...new Set(likelyBlanks.map(({ value }) => plainText(value)))] : format.blanks,
  };
}

/** Of the lists that a cell may hold, those of tools are taken apart, and of those of companies the first. */
function separatorFor({ name }: CanonicalField, { header, format }: ColumnProfile): string | null {
  if (name === 'technology') return format.separator;
  return name === 'account_id' && listsIds(header) ? ';' : null;
}
