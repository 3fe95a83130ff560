import { and, call, caseWhen, integer, le, not, type SqlExpr, text, when } from '../../base/sql/index.ts';
import { plainEndings, sharedLabels } from './values/index.ts';

const LABEL = '[A-Za-z0-9]([A-Za-z0-9-]{0,40}[A-Za-z0-9])?';
const ENDING = `(${plainEndings.map(literal).join('|')})`;
const PATH = '(/[!-+.-:<-?A-{}~-]*)?';
const SCHEME = 'https?://';
const WWW = 'www[.]';
const MAILBOX = '[A-Za-z0-9._%+-]+@';
const HOST = `${LABEL}[.]${ENDING}`;
const LONGEST = 2_000;

/** Hosts that need the reference: shared by many companies, or suffixes themselves. */
const SHARED = `(?i)^(${SCHEME}|${MAILBOX})?(${WWW})?(${sharedLabels.map(literal).join('|')})[.]${ENDING}(/|$)`;

/**
 * The registered domain of a plain web or e-mail address, as SQL; null (of SQL) for every other text. A plain host is
 * one label before a well-known ending, perhaps with `www.` in front, and none that many companies share. Wherever
 * this gives a domain, `normalizeDomain` gives the same: a property test says so.
 */
export function plainDomain(of: SqlExpr): SqlExpr {
  const first = (piece: SqlExpr, separator: string, place: number) =>
    call('part', piece, text(separator), integer(place));
  const address = (shape: string) => call('matches', of, text(`^${shape}$`));
  const behindWww = first(first(call('concat', text('/'), of), '/www.', 2), '/', 1);
  const host = caseWhen([
    when(address(`(${SCHEME})?${WWW}${HOST}${PATH}`), behindWww),
    when(address(`${SCHEME}${HOST}${PATH}`), first(of, '/', 3)),
    when(address(`${HOST}${PATH}`), first(of, '/', 1)),
    when(address(`${MAILBOX}${HOST}`), first(of, '@', 2)),
  ]);
  const plain = and([not(call('matches', of, text(SHARED))), le(call('length', of), integer(LONGEST))]);
  return caseWhen([when(plain, call('lower', host))]);
}

function literal(words: string): string {
  return words.replaceAll('.', '[.]');
}
