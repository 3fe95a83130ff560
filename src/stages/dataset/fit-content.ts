import type { CanonicalField } from './canonical-field.ts';
import type { ColumnProfile } from './column-profile.ts';

/** From this share of readable cells on, the content fits without reserve. */
const fitting = 0.8;

/**
 * How well the content of a column fits a canonical field: 1 is well, 0 not at all. Times the header's score it is
 * the confidence of the guess.
 */
export function fitContent(field: CanonicalField, profile: ColumnProfile): number {
  if (profile.filled === 0) return 0.5;
  return field.content === null ? fitKind(field, profile) : fitSpecial(field, profile);
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
      return upTo(shares.email);
    case 'country':
      return upTo(shares.country);
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

function fitKind({ kind, banded }: CanonicalField, profile: ColumnProfile): number {
  const { shares, format } = profile;
  switch (kind) {
    case 'number':
      return upTo(banded ? shares.band : shares.number);
    case 'money':
      return upTo(shares.money);
    case 'year':
      return upTo(Math.max(shares.year, shares.date));
    case 'date':
      return upTo(Math.max(shares.date, shares.serial));
    case 'boolean':
      return upTo(shares.boolean);
    case 'category':
      return isTyped(profile) ||
        shares.number >= fitting ||
        (shares.outcome >= fitting && profile.outcomes.lost > 0)
        ? 0.6
        : format.separator === null
          ? 1
          : 0.7;
    default:
      return shares.number >= fitting || isTyped(profile) ? 0.6 : 1;
  }
}

function fitId({ name }: CanonicalField, profile: ColumnProfile): number {
  const coded = Math.max(profile.shares.id, profile.shares.number) >= fitting;
  const namesAnId =
    /\b(?:id|ids|uuid|key|number|no|nr|numero|num|n|code|codigo|codice|nummer)\b|id$|nummer$/i.test(
      profile.header.replaceAll('_', ' ').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'),
    );
  const repeats = name !== 'account_id' && profile.distinct < profile.filled / 2;
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
