import type { Row } from '../../base/sql/index.ts';
import type { Card } from '../scorecard/index.ts';
import { committeeText } from './committee-text.ts';
import { disqualifiedText } from './disqualified-text.ts';
import { reasonsText } from './reasons-text.ts';
import type { ListedAccount } from './types.ts';
import { unknownFitText, unknownOutText } from './unknown-text.ts';
import { whyNowText } from './why-now-text.ts';
import { type TotalChances, winProbability } from './win-probability.ts';

/** Reads one row of the stored list with the card it was made with: codes become words, totals chances. */
export function decodeRow(card: Card, row: Row, chances: TotalChances): ListedAccount {
  const codes = { fit: Number(row.fit_code), anti: Number(row.anti_code), market: Number(row.market_code) };
  const committee = committeeText(card, row.committee_code === null ? null : Number(row.committee_code));
  const timingLine = row.timing_line === null ? null : Number(row.timing_line);
  const unknown = [unknownFitText(card, codes.fit, row.tier !== null), unknownOutText(card, codes)];
  return {
    account_id: String(row.account_id),
    name: row.name as string | null,
    domain: row.domain as string | null,
    industry: row.industry as string | null,
    country: row.country as string | null,
    owner: row.owner as string | null,
    fit: Number(row.fit),
    fit_max: Number(row.fit_max),
    tier: row.tier as ListedAccount['tier'],
    timing: row.timing as ListedAccount['timing'],
    timing_points: row.timing_points as number | null,
    play: row.play as ListedAccount['play'],
    why_now: whyNowText(card, timingLine, row.timing_on as string | null),
    disqualified_by: disqualifiedText(card, codes),
    reasons: reasonsText(card, codes.fit),
    unknown: unknown.filter((text) => text !== '').join('; '),
    win_probability: winProbability(chances, Number(row.fit), row.tier !== null),
    committee_found: committee.found,
    committee_missing: committee.missing,
    best_contact: row.best_contact as string | null,
    rank: row.rank as number | null,
  };
}
