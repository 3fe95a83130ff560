import { groupBy } from '../../base/sql/index.ts';
import type { CanonicalField } from './canonical-field.ts';
import { canonicalField, canonicalTables } from './canonical-tables.ts';
import type { HeaderReading } from './read-header.ts';
import type { FileKind, TableName } from './types.ts';
import { compactText } from './values/index.ts';

/** A canonical field that a header may mean. */
export interface HeaderMatch {
  readonly field: CanonicalField;
  /** 1 for a known header, less for a resemblance. */
  readonly score: number;
  /** True when the word is so common that only the kind of file gives it this meaning. */
  readonly common: boolean;
}

/** Tables that a file of each kind may fill beside its own. */
export const spills: Readonly<Record<Exclude<FileKind, 'lookup'>, readonly TableName[]>> = {
  accounts: ['people', 'technologies'],
  customers: ['accounts', 'people', 'technologies'],
  deals: ['accounts', 'people'],
  people: ['accounts'],
  technologies: ['accounts'],
  signals: ['accounts'],
  coverage: ['accounts'],
  judgements: ['accounts'],
  feedback: ['accounts', 'people'],
  touches: ['accounts', 'people'],
  transactions: ['accounts'],
};

/** Kinds of file in which the account's own attributes are meant by their plain words. */
const accountHome: readonly FileKind[] = [
  'accounts',
  'customers',
  'deals',
  'technologies',
  'signals',
  'coverage',
];
const accountStrict: readonly FileKind[] = ['accounts', 'customers'];

const entities: Readonly<Partial<Record<TableName, RegExp>>> = {
  accounts:
    /^(?:(?:primary |associated |parent )?(?:company|account|organi[sz]ation|org|customer|client|seller|merchant|vendor|empresa|compania|cuenta|cliente|azienda|societa|entreprise|societe|unternehmen|unternehmens|firma|firmen|kunde|kunden|conta|clinica))$/,
  people:
    /^(?:(?:primary |main )?(?:contact|person|contacto|persona|contatto|referente|contato|pessoa|personne|kontakt|ansprechpartner|decision maker|decisor|buyer))$/,
  deals:
    /^(?:deal|opportunity|opp|lead|mql|sql|oportunidad|negocio|opportunita|trattativa|oportunidade|opportunite|affaire|verkaufschance)$/,
  customers: /^(?:contract|subscription|contrato|contratto|contrat|vertrag)$/,
};

const idWords = /^(?:id|ids|key|code|number|no|nr|uuid|codigo|codice|numero|nummer)$/;

const own = 1;
/** `Company` may head ids, but usually heads names. */
const asId = 0.9;
const other = 0.98;
const withEntity = 0.97;
const withYear = 0.95;
const misspelt = 0.85;
const contained = 0.6;
const shortestTypo = 7;
const shortestPart = 5;

interface Alias {
  readonly field: CanonicalField;
  readonly scope: '' | '~' | '!';
  readonly words: string;
  readonly key: string;
  /** Its place among all. */
  readonly at: number;
}

const aliases = listAliases();
const byKey = groupBy(aliases, ({ key }) => key);
const misspellable = aliases.filter(({ scope }) => scope === '');
const byStart = groupBy(misspellable, ({ key }) => startOf(key));
const byEnd = groupBy(misspellable, ({ key }) => endOf(key));
const containable = groupBy(
  aliases.filter(({ scope, words }) => scope !== '!' && words.length >= shortestPart),
  ({ words }) => words,
);
const mostWords = Math.max(...[...containable.keys()].map((words) => words.split(' ').length));

/**
 * The canonical fields that a header may mean in a file of one kind, best first: the very header, the header with
 * the word of an entity (`Company - Country`) or a year, one letter off, or one that holds a known header.
 */
export function matchHeader(header: HeaderReading, as: Exclude<FileKind, 'lookup'>): readonly HeaderMatch[] {
  const key = compactText(header.words);
  const exact = allowed(byKey.get(key), as, own);
  const named = entityMatches(header.words, as);
  const dated = /^(.*\D) ?(?:19|20)\d{2}$/.exec(header.words)?.[1];
  const yearless = dated === undefined ? [] : allowed(byKey.get(compactText(dated)), as, withYear);
  const sure = [...exact, ...named, ...yearless];
  const found = sure.length > 0 ? sure : [...typos(key, as), ...parts(header.words, as)];
  return bestPerField(found);
}

function allowed(
  found: readonly Alias[] | undefined,
  as: Exclude<FileKind, 'lookup'>,
  score: number,
): readonly HeaderMatch[] {
  return (found ?? []).filter((alias) => applies(alias, as)).map((alias) => toMatch(alias, as, score));
}

function toMatch({ field, scope }: Alias, as: FileKind, score: number): HeaderMatch {
  const named = scope === '~' && field.content === 'id' ? asId : 1;
  return { field, score: score * named * (field.table === as ? own : other), common: scope !== '' };
}

function applies({ field, scope }: Alias, as: Exclude<FileKind, 'lookup'>): boolean {
  if (!reachable(field, as)) return false;
  if (scope === '') return true;
  if (field.table !== 'accounts') return field.table === as;
  return (scope === '~' ? accountHome : accountStrict).includes(as);
}

/** The id of the account belongs to the file's own table. */
function reachable(field: CanonicalField, as: Exclude<FileKind, 'lookup'>): boolean {
  if (field.table === as) return true;
  return field.name !== 'account_id' && spills[as].includes(field.table);
}

function entityMatches(words: string, as: Exclude<FileKind, 'lookup'>): readonly HeaderMatch[] {
  const tokens = words.split(' ');
  const found: HeaderMatch[] = [];
  for (const [table, entity] of Object.entries(entities)) {
    for (const rest of restsWithout(tokens, entity)) {
      const about = (byKey.get(compactText(rest)) ?? []).filter((alias) =>
        table === as ? applies(alias, as) : alias.field.table === table && reachable(alias.field, as),
      );
      found.push(...about.map((alias) => ({ ...toMatch(alias, as, withEntity), common: false })));
      const reference = table === 'accounts' && idWords.test(rest) ? canonicalField(as, 'account_id') : null;
      if (reference !== null) found.push({ field: reference, score: withEntity, common: false });
    }
  }
  return found;
}

/** The words beside the name of an entity at the front (`company country`) or the end (`country of the company`). */
function restsWithout(tokens: readonly string[], entity: RegExp): readonly string[] {
  const rests: string[] = [];
  for (const length of [1, 2]) {
    if (tokens.length <= length) continue;
    if (entity.test(tokens.slice(0, length).join(' '))) rests.push(tokens.slice(length).join(' '));
    if (entity.test(tokens.slice(-length).join(' '))) {
      rests.push(
        tokens
          .slice(0, -length)
          .join(' ')
          .replace(/(?: (?:de|del|della|dell|do|da|du|des|der|of|the|la|l))+$/, ''),
      );
    }
  }
  return rests.filter((rest) => rest !== '');
}

/** One letter off leaves the first three letters or the last three of a long word as they are. */
function typos(key: string, as: Exclude<FileKind, 'lookup'>): readonly HeaderMatch[] {
  if (key.length < shortestTypo) return [];
  const similar = new Set([...(byStart.get(startOf(key)) ?? []), ...(byEnd.get(endOf(key)) ?? [])]);
  return allowed(inOrder([...similar].filter((alias) => isOneEditApart(key, alias.key))), as, misspelt);
}

function startOf(key: string): string {
  return key.slice(0, 3);
}

function endOf(key: string): string {
  return key.slice(-3);
}

function parts(words: string, as: Exclude<FileKind, 'lookup'>): readonly HeaderMatch[] {
  const held = runsOf(words).flatMap((run) => containable.get(run) ?? []);
  const owners = words.endsWith(' owner') ? held.filter(({ field }) => field.name === 'owner') : held;
  return allowed(inOrder(owners), as, contained);
}

/** Words of a header that stand side by side, as many as a known header has, each run once. */
function runsOf(words: string): readonly string[] {
  const tokens = words.split(' ');
  const runs = tokens.flatMap((_, from) =>
    tokens.slice(from, from + mostWords).map((_, more) => tokens.slice(from, from + more + 1).join(' ')),
  );
  return [...new Set(runs)];
}

function inOrder(found: readonly Alias[]): readonly Alias[] {
  return found.toSorted((one, two) => one.at - two.at);
}

/** True when one letter added, dropped or changed makes the texts equal. */
export function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

function bestPerField(matches: readonly HeaderMatch[]): readonly HeaderMatch[] {
  const best = new Map<CanonicalField, HeaderMatch>();
  for (const match of matches) {
    if ((best.get(match.field)?.score ?? 0) < match.score) best.set(match.field, match);
  }
  return [...best.values()].sort((a, b) => b.score - a.score);
}

function listAliases(): readonly Alias[] {
  return Object.values(canonicalTables)
    .flat()
    .filter(({ table }) => table !== 'observations')
    .flatMap((field) =>
      field.aliases.map((alias) => {
        const scope = alias.startsWith('~') ? '~' : alias.startsWith('!') ? '!' : '';
        const words = alias.slice(scope.length);
        return { field, scope, words, key: compactText(words) } as const;
      }),
    )
    .map((alias, at) => ({ ...alias, at }));
}
