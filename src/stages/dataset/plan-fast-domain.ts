import {
  and,
  type CaseBranch,
  call,
  caseWhen,
  integer,
  le,
  not,
  type SqlExpr,
  text,
  when,
} from '../../base/sql/index.ts';
import { plainEndings, sharedLabels } from './values/index.ts';

const LABEL = '[A-Za-z0-9]([A-Za-z0-9-]{0,40}[A-Za-z0-9])?';
const ENDING = `(${plainEndings.map(literal).join('|')})`;
const PATH = '(/[!-+.-:<-?A-{}~-]*)?';
const SCHEME = 'https?://';
const WWW = 'www[.]';
const MAILBOX = '[A-Za-z0-9._%+-]+@';
const HOST = `${LABEL}[.]${ENDING}`;
const LONGEST = 2_000;

/** Hosts that need the reference: shared by many companies, or suffixes themselves. Made when first asked for. */
let sharedHosts: string | null = null;

/**
 * The registered domain of a plain web or e-mail address, as the one branch in which SQL reads it. A plain host is
 * one label before a well-known ending, perhaps with `www.` in front, and none that many companies share. Wherever
 * this gives a domain, `normalizeDomain` gives the same: a property test says so.
 */
export function plainDomain(of: SqlExpr): readonly CaseBranch[] {
  const piece = (from: SqlExpr, separator: string, place: number) =>
    call('part', from, text(separator), integer(place));
  const behindWww = (address: SqlExpr) => piece(piece(address, '/www.', 2), '/', 1);
  const host = caseWhen([
    when(matches(of, `^${SCHEME}${WWW}${HOST}${PATH}$`), behindWww(of)),
    when(matches(of, `^${WWW}${HOST}${PATH}$`), behindWww(call('concat', text('/'), of))),
    when(matches(of, `^${SCHEME}${HOST}${PATH}$`), piece(of, '/', 3)),
    when(matches(of, `^${HOST}${PATH}$`), piece(of, '/', 1)),
    when(matches(of, `^${MAILBOX}${HOST}$`), piece(of, '@', 2)),
  ]);
  return [when(isOwnHost(of), call('lower', host))];
}

/** True where `plainDomain` gives a domain, for less than the domain costs; of a known text never unknown. */
export function isPlainDomain(of: SqlExpr): SqlExpr {
  const shape = `^((${SCHEME})?(${WWW})?${HOST}${PATH}|${MAILBOX}${HOST})$`;
  return and([matches(of, shape), isOwnHost(of)]);
}

function isOwnHost(of: SqlExpr): SqlExpr {
  sharedHosts ??= `(?i)^(${SCHEME}|${MAILBOX})?(${WWW})?(${sharedLabels().map(literal).join('|')})[.]${ENDING}(/|$)`;
  return and([not(matches(of, sharedHosts)), le(call('length', of), integer(LONGEST))]);
}

function matches(of: SqlExpr, pattern: string): SqlExpr {
  return call('matches', of, text(pattern));
}

function literal(words: string): string {
  return words.replaceAll('.', '[.]');
}
