import type { CanonicalField } from './canonical-field.ts';
import type { ColumnProfile } from './column-profile.ts';
import type { FileKind } from './types.ts';
import { readDate } from './values/index.ts';

/** From this share of readable cells on, the content fits without reserve. */
const fitting = 0.8;
/** A place within a site, no address by itself. */
const isPath = /^\/(?!\/)/;

/** A key that fits but names few things: asked about, never taken. */
const fewKeys = 0.6;

/**
 * How well the content of a column fits a canonical field of a file of one kind: 1 is well, 0 not at all. Times the
 * header's score it is the confidence of the guess.
 */
export function fitContent(field: CanonicalField, profile: ColumnProfile, as: FileKind): number {
  if (profile.filled === 0) return 0.5;
  const fit = field.content === null ? fitKind(field, profile) : fitSpecial(field, profile);
  return isAccountKey(field) && namesFew(profile, as) ? Math.min(fit, fewKeys) : fit;
}

/** True when too few of the filled cells can be read as the field needs them. */
export function isUnreadable(field: CanonicalField, profile: ColumnProfile): boolean {
  return profile.filled > 0 && (readableShare(field, profile) ?? 1) < fitting;
}

/** True when a column would be the days of a field, but for days that the calendar does not have. */
export function isMisdated(field: CanonicalField, profile: ColumnProfile): boolean {
  if (field.kind !== 'date' || !isUnreadable(field, profile)) return false;
  return profile.examples.some((text) => readDate(text, null)?.kind === 'impossible');
}

/** The share of filled cells that can be read as the field needs them; null when any text will do. */
export function readableShare(field: CanonicalField, { shares }: ColumnProfile): number | null {
  const { content, kind, banded } = field;
  if (content === 'country' || content === 'email') return shares[content];
  if (content !== null) return null;
  switch (kind) {
    case 'number':
      return banded ? shares.band : shares.number;
    case 'money':
      return shares.money;
    case 'year':
      return Math.max(shares.year, shares.date);
    case 'date':
      return shownAsAges(field, shares) ? shares.age : Math.max(shares.date, shares.serial);
    case 'boolean':
      return shares.boolean;
    default:
      return null;
  }
}

/** True when the column says how long ago things were seen (`3 days ago`) in place of the day. */
export function shownAsAges({ table, kind }: CanonicalField, shares: ColumnProfile['shares']): boolean {
  const seen = table === 'signals' || table === 'technologies';
  return seen && kind === 'date' && shares.age >= fitting && shares.date < fitting;
}

/** True for columns that a row names its account by. */
export function isAccountKey({ table, name }: CanonicalField): boolean {
  return name === 'account_id' || (table === 'accounts' && (name === 'domain' || name === 'name'));
}

/**
 * True when a column has so few different texts for its rows that it rather sorts them than names accounts. A company
 * may have several contracts, and hundreds of deals, but lists of companies have one row for each.
 */
function namesFew({ distinct, filled }: ColumnProfile, as: FileKind): boolean {
  if (as === 'accounts') return filled >= 10 && distinct <= 200 && distinct * 2 < filled;
  if (as === 'customers') return distinct <= 20 && distinct * 10 <= filled;
  return distinct <= 20 && distinct * 50 <= filled;
}

function fitSpecial(field: CanonicalField, profile: ColumnProfile): number {
  const { shares, outcomes } = profile;
  switch (field.content) {
    case 'id':
      return fitId(field, profile);
    case 'name':
      return fitName(profile);
    case 'domain':
      return profile.domains === 1 && profile.filled > 5
        ? 0.2
        : Math.min(1, Math.max(shares.domain, shares.email) / 0.6);
    case 'email':
    case 'country':
      return upTo(shares[field.content]);
    case 'outcome':
      return outcomes.won > 0 && outcomes.lost > 0
        ? 1
        : outcomes.won + outcomes.lost > 0
          ? upTo(shares.outcome) * 0.85
          : 0.5;
    default:
      return 1;
  }
}

function fitKind(field: CanonicalField, profile: ColumnProfile): number {
  const readable = readableShare(field, profile);
  if (readable !== null) return upTo(readable);
  const { shares, format, outcomes } = profile;
  const numbers = shares.number >= fitting || isTyped(profile);
  if (field.name === 'url') return profile.examples.every((text) => isPath.test(text)) ? 0.5 : 1;
  if (field.kind !== 'category') return numbers ? 0.6 : 1;
  if (numbers || (shares.outcome >= fitting && outcomes.lost > 0)) return 0.6;
  return format.separator === null ? 1 : 0.7;
}

/** Ids that rows share: an account has many rows, an order several items. */
const mayRepeat = new Set(['account_id', 'order_id']);

function fitId({ name }: CanonicalField, profile: ColumnProfile): number {
  const coded = Math.max(profile.shares.id, profile.shares.number) >= fitting;
  const namesAnId =
    /\b(?:id|ids|uuid|key|number|no|nr|numero|num|n|code|codigo|codice|nummer)\b|id$|nummer$/i.test(
      profile.header.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
    );
  const repeats = !mayRepeat.has(name) && profile.distinct < profile.filled / 2;
  if (repeats) return 0.6;
  return coded ? 1 : namesAnId ? 0.9 : 0.3;
}

function fitName(profile: ColumnProfile): number {
  const { shares, distinct, filled } = profile;
  if (shares.number >= fitting || isTyped(profile) || shares.email >= fitting) return 0.3;
  if (shares.id >= 0.95) return 0.5;
  return distinct <= 3 && filled >= 20 ? 0.5 : 1;
}

function isTyped({ kind, shares }: ColumnProfile): boolean {
  return kind === 'date' || kind === 'boolean' || shares.date >= fitting || shares.boolean >= fitting;
}

function upTo(share: number): number {
  return Math.min(1, share / fitting);
}
