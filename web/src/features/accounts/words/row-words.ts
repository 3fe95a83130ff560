import type { TFunction } from 'i18next';
import type { AccountList, AccountRow } from '../../../api/generated/types.gen.ts';
import type { Format } from '../../../shared/i18n/index.ts';
import type { Lines } from './use-lines.ts';

/** What words for rows are made of. */
export interface RowSpeech {
  readonly t: TFunction<'accounts'>;
  readonly format: Format;
  readonly list: AccountList;
  readonly lines: Lines;
}

/** `+3`, with a true minus sign for less. */
export function signed(points: number, format: Format): string {
  const size = format.number(Math.abs(points), 1);
  return points < 0 ? `−${size}` : `+${size}`;
}

/** Why now: the strongest signal, how old it is and what it is worth today; null without one. */
export function whyNowWords(
  { t, format, lines }: RowSpeech,
  sign: AccountRow['whyNow'],
): { readonly event: string; readonly when: string; readonly points: string } | null {
  if (sign === null) return null;
  const when =
    sign.after === null
      ? t('daysAgo', { count: sign.daysAgo })
      : t('between', { from: format.day(sign.after), to: format.day(sign.on) });
  return { event: lines.event(sign.line), when, points: signed(sign.points, format) };
}

/** Each fit line that holds, with its points. */
export function reasonWords({ format, list, lines }: RowSpeech, { outcomes }: AccountRow): string {
  return list.lines.fit
    .filter((_, i) => outcomes.fit[i] === 'y')
    .map(({ id, points }) => `${lines.label(id)} ${signed(points, format)}`)
    .join(' · ');
}

/** What is unknown of the fit, each subject once, those that decide the tier first; null when nothing is. */
export function unknownWords({ t, format, list, lines }: RowSpeech, row: AccountRow): string | null {
  const unknown = list.lines.fit.flatMap(({ id }, i) =>
    row.outcomes.fit[i] === '?' ? [{ id, decides: row.decisive.includes(i) }] : [],
  );
  if (unknown.length === 0) return null;
  const first = unknown.toSorted((a, b) => Number(b.decides) - Number(a.decides));
  const subjects = [...new Set(first.map(({ id }) => lines.subject(id)))];
  return t(row.decisive.length > 0 ? 'unknownDecides' : 'unknown', { subjects: format.list(subjects) });
}

/** Why an account is out of the queue; null when it is in it. */
export function outWords({ t, list, lines }: RowSpeech, { standing, outcomes }: AccountRow): string | null {
  if (standing === 'scored') return null;
  if (standing === 'outside-market') {
    const failed = list.lines.market.filter((_, i) => outcomes.market[i] === 'n');
    return t('outsideMarket', { lines: failed.map(({ id }) => lines.label(id)).join('; ') });
  }
  const hit = list.lines.anti.filter((_, i) => outcomes.anti[i] === 'y');
  return t('disqualified', { reasons: [...new Set(hit.map(({ because }) => because))].join('; ') });
}

/** From one total to another: with a dash, where no minus sign stands beside it. */
export function rangeWords({ t, format }: Pick<RowSpeech, 't' | 'format'>, from: number, to: number): string {
  const [low, high] = [from, to].map((total) => format.number(total).replace('-', '−'));
  return from < 0 ? t('range', { from: low, to: high }) : `${low}–${high}`;
}
