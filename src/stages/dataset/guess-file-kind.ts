import { type Assignment, assignColumns } from './assign-columns.ts';
import type { ColumnProfile } from './column-profile.ts';
import { readHeader } from './read-header.ts';
import type { FileKind } from './types.ts';
import { plainText } from './values/index.ts';

/** What a file seems to be. */
export interface FileGuess {
  readonly as: FileKind;
  readonly confidence: number;
  readonly why: string;
}

type RowKind = Exclude<FileKind, 'lookup' | 'transactions'>;

/** Words of a file's name, in six languages, that say what its rows are. */
const nameWords: Readonly<Record<RowKind, RegExp>> = {
  customers: /^(?:customers?|clients?|clientes|clienti|kunden|kundenliste|subscribers|buyers|clientela)$/,
  accounts:
    /^(?:accounts?|compan(?:y|ies)|organi[sz]ations?|prospects?|universe|targets?|sellers|merchants|empresas|cuentas|prospectos|aziende|imprese|societa|prospetti|contas|entreprises|societes|comptes|firmen|unternehmen|interessenten)$/,
  deals:
    /^(?:deals?|opportunit(?:y|ies)|opps|pipeline|leads?|mqls?|oportunidades|negocios|tratos|opportunita|trattative|negociacoes|opportunites|affaires|verkaufschancen|angebote)$/,
  people:
    /^(?:contacts?|people|persons?|committee|contactos|personas|contatti|persone|referenti|contatos|pessoas|personnes|kontakte|personen|ansprechpartner)$/,
  technologies:
    /^(?:technolog(?:y|ies)|tools?|techstack|stack|technographics?|tecnologias?|herramientas|tecnologie|strumenti|ferramentas|outils|technologien|software)$/,
  signals:
    /^(?:signals?|events?|news|postings?|jobs?|funding|intent|senales|segnali|sinais|signaux|signale|stellen)$/,
  coverage: /^(?:coverage|covered|checked|cobertura|copertura|couverture|abdeckung)$/,
  judgements: /^(?:judgements?|judgments?|opinions?|juicios|giudizi|urteile)$/,
  feedback:
    /^(?:feedbacks?|surveys?|responses?|nps|csat|tickets?|reviews?|interviews?|transcripts?|encuestas?|respuestas|sondaggi[o]?|risposte|recensioni|pesquisas?|respostas|enquetes?|reponses|avis|umfragen?|antworten|bewertungen)$/,
  touches:
    /^(?:touches|touchpoints?|activit(?:y|ies)|engagements?|interactions?|sessions?|visits?|actividades|attivita|atividades|activites|aktivitaten|interazioni)$/,
};

const kinds = Object.keys(nameWords) as readonly RowKind[];
const nameBonus = 1.5;
const spillWeight = 0.9;
const commonWeight = 0.3;
const leastTelling = 1;

/**
 * Guesses what the rows of a file are, from the fields its columns fill, each with how much it tells, and from the
 * file's name. A file that fills nothing of any table is a lookup, to be joined onto another by one column.
 */
export function guessFileKind(file: string, profiles: readonly ColumnProfile[]): FileGuess {
  const scores = kinds.map((kind) => scoreKind(kind, file, profiles)).sort((a, b) => b.score - a.score);
  const [best, second] = scores.filter(({ own }) => own >= leastTelling);
  if (best === undefined) return asLookup(profiles);
  const rival = second !== undefined && second.score > best.score * 0.9;
  const strength = best.own >= 3 ? 0.95 : best.own >= 2 ? 0.9 : best.own >= 1.5 ? 0.85 : 0.75;
  const why = best.headers.length > 0 ? `it has ${best.headers.slice(0, 4).join(', ')}` : 'its name says so';
  return { as: best.kind, confidence: rival ? Math.min(strength, 0.75) : strength, why };
}

interface KindScore {
  readonly kind: RowKind;
  /** All that the file tells, and what of it only this kind can tell. */
  readonly score: number;
  readonly own: number;
  readonly headers: readonly string[];
}

function scoreKind(kind: RowKind, file: string, profiles: readonly ColumnProfile[]): KindScore {
  const filled = assignColumns(profiles, kind, new Set()).filter((assignment) => assignment.field !== null);
  const mine = filled.filter((assignment) => assignment.field?.table === kind);
  const proof = mine.filter((assignment) => !assignment.common && (assignment.field?.tells ?? 0) > 0);
  const bonus = baseWords(file).some((word) => nameWords[kind].test(word)) ? nameBonus : 0;
  const weak = proof.length === 0 && bonus === 0;
  const own = weak ? 0 : sum(mine) + bonus;
  const spilt = sum(filled.filter((assignment) => assignment.field?.table !== kind)) * spillWeight;
  const headers = proof
    .sort((a, b) => (b.field?.tells ?? 0) - (a.field?.tells ?? 0))
    .map((assignment) => `\`${assignment.profile.header}\``);
  return { kind, score: weak ? 0 : own + spilt, own, headers };
}

function sum(assignments: readonly Assignment[]): number {
  return assignments.reduce(
    (total, { field, common }) => total + (field?.tells ?? 0) * (common ? commonWeight : 1),
    0,
  );
}

function baseWords(file: string): readonly string[] {
  return plainText(file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, '')).split(' ');
}

function asLookup(profiles: readonly ColumnProfile[]): FileGuess {
  const key = guessLookupKey(profiles);
  if (key !== null && namesCompanies(key, profiles)) {
    return { as: 'accounts', confidence: 0.6, why: `\`${key}\` names a company a row` };
  }
  const why =
    key === null
      ? 'no column says what its rows are'
      : `no column says what its rows are, and \`${key}\` names each once`;
  return { as: key === null ? 'accounts' : 'lookup', confidence: 0.6, why };
}

function namesCompanies(key: string, profiles: readonly ColumnProfile[]): boolean {
  return assignColumns(profiles, 'accounts', new Set()).some(
    ({ profile, field }) =>
      profile.header === key &&
      field?.table === 'accounts' &&
      (field.name === 'name' || field.name === 'domain'),
  );
}

/** The column by which a lookup would join: the first whose texts are all different and no measure; null without one. */
export function guessLookupKey(profiles: readonly ColumnProfile[]): string | null {
  const keys = profiles.filter(({ unique, kind, shares }) => unique && kind === 'text' && shares.date < 0.5);
  const named = keys.find(({ header }) => /\b(?:id|code|key)\b/.test(readHeader(header).words));
  return (named ?? keys[0])?.header ?? null;
}
