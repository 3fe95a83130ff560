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
    ...toCreateLine(result),
    ...result.missing.filter(({ state }) => state === 'missing').map(missingLine),
    ...(result.state === 'planned' ? changeLines(result) : failureLines(result)),
  ];
  return lines.map((line) => wrapText(line, width, '    ')).join('\n');
}

function headline({ connection, state, fields, accounts, written, left }: WriteBackResult): string {
  const what = fields.join(', ');
  if (state === 'planned')
    return `Would write ${what} of ${plural(accounts.changed, 'record')} to \`${connection}\`. Nothing was written.`;
  if (state === 'done' && accounts.changed === 0)
    return `Nothing to write to \`${connection}\`: every record has the ${what} that it should.`;
  const done = `Wrote ${what} of ${plural(written, 'record')} to \`${connection}\``;
  return state === 'paused'
    ? `${done}; ${plural(left, 'record')} are left for when the day's budget is new: run it again then.`
    : `${done}.`;
}

function accountsLine({ accounts }: WriteBackResult): string {
  const { scored, found, unchanged } = accounts;
  const unfound = scored - found;
  const lost = unfound === 0 ? '' : `; ${countWords(unfound)} have no record there`;
  const same = unchanged === 0 ? '' : `; ${countWords(unchanged)} were right already`;
  return `  ${plural(scored, 'account')} on the list${same}${lost}`;
}

function budgetLine({ budget, state }: WriteBackResult): string {
  const { unit, cost, used, limit, share, days } = budget;
  const of = limit === null ? '' : ` of ${countWords(limit)} (up to ${percentWords(share, 1)} may be used)`;
  const today = `${countWords(used)}${of}`;
  if (state !== 'planned') return `  ${capital(unit)} used today: ${today}.`;
  const isLong = days !== null && days > 1;
  const time = isLong ? ` That takes ${days} days: run it again each day, it goes on.` : '';
  return `  Costs ${plural(cost, unit.slice(0, -1))}; used today: ${today}.${time}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function toCreateLine({ missing }: WriteBackResult): readonly string[] {
  const fields = missing.filter(({ state }) => state === 'to-create').map(({ field }) => field);
  return fields.length === 0 ? [] : [`  Fields that the first write makes there: ${fields.join(', ')}`];
}

function missingLine({ field, remedy }: WriteBackResult['missing'][number]): string {
  return `  ${field} is not written: the field is not there. ${remedy ?? ''}`;
}

function changeLines({ first, accounts }: WriteBackResult): readonly string[] {
  const lines = first.slice(0, shown).map(({ id, name, changes }) => {
    const words = changes.map(changeWords);
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

function changeWords({ field, from, to }: WriteBackResult['first'][number]['changes'][number]): string {
  if (to === null) return `${field} emptied (was ${short(from ?? '')})`;
  return from === null ? `${field} ${short(to)}` : `${field} ${short(from)} -> ${short(to)}`;
}

function short(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
