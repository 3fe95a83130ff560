import type { ShareName, TextCount } from './column-profile.ts';
import type { HeaderReading } from './read-header.ts';
import type { FieldKind, ValueFormat } from './types.ts';

const enough = 0.98;
const nearly = 0.8;
const longText = 60;
const neverNumbers =
  /\b(?:id|ids|uuid|guid|zip|postal|postcode|phone|telephone|tel|mobile|fax|vat|nif|cif|iban|cap|plz|cp|codigo|code|codice|telefono|movil|telefone|telefon|siret|siren|sku|ean)\b/;
const yearWords = /\b(?:year|founded|ano|anno|annee|jahr|since)\b/;

/** What the choice is made from. */
export interface KindEvidence {
  readonly header: HeaderReading;
  readonly values: readonly TextCount[];
  readonly filled: number;
  readonly shares: Readonly<Record<ShareName, number>>;
  readonly format: ValueFormat;
}

/** The kind that a column would have as an attribute of one's own, and why not the kind it nearly has. */
export function chooseKind(evidence: KindEvidence): {
  readonly kind: FieldKind;
  readonly note: string | null;
} {
  const { values, format } = evidence;
  if (values.length === 0) return { kind: 'text', note: null };
  const typed = typedKind(evidence, enough);
  if (typed !== null) return { kind: typed, note: null };
  const almost = typedKind(evidence, nearly);
  const note = almost === null ? null : `most values can be read as ${almost} but not all, so it stays text`;
  if (format.separator !== null) return { kind: 'set', note };
  return { kind: isCategory(evidence) ? 'category' : 'text', note };
}

function typedKind({ header, values, shares, format }: KindEvidence, least: number): FieldKind | null {
  const codes = neverNumbers.test(header.words) || values.some(({ value }) => /^0\d+$/.test(value.trim()));
  const bits = new Set(values.map(({ value }) => value.trim()));
  const onlyNumbers = shares.number >= least && !(bits.has('0') && bits.has('1'));
  const wordsOrBits = shares.boolean >= least && shares.boolean >= shares.number && !onlyNumbers;
  if (wordsOrBits && !(codes && shares.number >= least)) return 'boolean';
  if (shares.date >= least && shares.band < least) return 'date';
  if (codes) return null;
  if (shares.year >= least && yearWords.test(header.words)) return 'year';
  if (shares.money >= least && (shares.currency >= 0.5 || header.currency !== null)) return 'money';
  if (shares.band >= least && format.separator === null) return 'number';
  return null;
}

function isCategory({ values, filled }: KindEvidence): boolean {
  const letters = values.reduce((sum, { value, count }) => sum + value.length * count, 0) / filled;
  if (letters > longText) return false;
  const distinct = values.length;
  if (distinct === 1) return true;
  return distinct <= 50 ? distinct / filled <= 0.7 : distinct <= 1_000 && distinct / filled <= 0.5;
}
