import type { WriteBackResult } from '../../../app/sync/index.ts';
import { countWords, percentWords, plural } from '../../words/index.ts';
import type { TextStyle } from '../types.ts';
import { wrapText } from './wrap-text.ts';

const shown = 10;

/** What would be written, or was: how many, at what cost, the first changes, what failed and why. */
export function writeBackText(result: WriteBackResult, { width }: TextStyle): string {
  const lines = [
    headline(result),
    accountsLine(result),
    budgetLine(result),
    ...result.missing.map(missingLine),
    ...(result.state === 'planned' ? changeLines(result) : failureLines(result)),
  ];
  return lines.map((line) => wrapText(line, width, '    ')).join('\n');
}

function headline({ connection, state, fields, accounts, written, left }: WriteBackResult): string {
  const what = fields.join(', ');
  if (state === 'planned')
    return `Would write ${what} of ${plural(accounts.changed, 'record')} to \`${connection}\`. Nothing was written.`;
  const done = `Wrote ${what} of ${plural(written, 'record')} to \`${connection}\``;
  return state === 'paused'
    ? `${done}; ${plural(left, 'record')} are left for when the day's budget is new: run it again then.`
    : `${done}.`;
}

function accountsLine({ accounts }: WriteBackResult): string {
  const { scored, found, unchanged } = accounts;
  const unfound = scored - found;
  const lost = unfound === 0 ? '' : `; ${countWords(unfound)} have no record there`;
  return `  ${plural(scored, 'account')} on the list; ${countWords(unchanged)} stand there as they are${lost}`;
}

function budgetLine({ budget }: WriteBackResult): string {
  const { unit, cost, used, limit, share, days } = budget;
  const of =
    limit === null ? '' : ` of ${countWords(limit)} a day, of which ${percentWords(share, 1)} may be used`;
  const time = days === null ? '' : ` That takes ${plural(days, 'day')}.`;
  return `  Costs ${countWords(cost)} ${unit}; used today: ${countWords(used)}${of}.${time}`;
}

function missingLine({ field, state, remedy }: WriteBackResult['missing'][number]): string {
  if (state === 'to-create') return `  ${field}: the field is made there by the first write.`;
  return `  ${field} is not written: the field is not there. ${remedy ?? ''}`;
}

function changeLines({ first, accounts }: WriteBackResult): readonly string[] {
  const lines = first.slice(0, shown).map(({ id, name, changes }) => {
    const words = changes.map(({ field, from, to }) => `${field} ${from ?? '-'} -> ${short(to ?? '-')}`);
    return `  ${name ?? id}: ${words.join(', ')}`;
  });
  const more = accounts.changed - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${countWords(more)} more`] : [])];
}

function failureLines({ failed }: WriteBackResult): readonly string[] {
  if (failed.total === 0) return [];
  const first = failed.first.slice(0, shown);
  return [
    `  ${plural(failed.total, 'record')} could not be written:`,
    ...first.map(({ id, name, code, message }) => `    ${name ?? id} (${id}): ${message} [${code}]`),
    ...(failed.total > first.length ? [`    and ${failed.total - first.length} more`] : []),
  ];
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
