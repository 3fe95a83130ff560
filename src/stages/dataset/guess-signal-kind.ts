import type { SignalKind } from '../../base/expr/index.ts';
import type { ColumnProfile } from './column-profile.ts';
import { readHeader } from './read-header.ts';
import { plainText } from './values/index.ts';

const fileWords: readonly (readonly [RegExp, SignalKind])[] = [
  [
    /\b(?:jobs?|postings?|vacanc(?:y|ies)|openings?|careers?|stellen\w*|empleos?|vacantes|vagas?|offerte|emplois?)\b/,
    'job_posted',
  ],
  [
    /\b(?:funding|fundraising|rounds?|investments?|financing|rondas?|finanziamenti|levees?)\b/,
    'funding_round',
  ],
];
const headerWords: readonly (readonly [RegExp, SignalKind])[] = [
  [
    /\b(?:job (?:title|url|id|location)|posting|vacancy|vacante|vaga|stellentitel|salary range|apply url)\b/,
    'job_posted',
  ],
  [/\b(?:funding round|round type|amount raised|lead investor)\b/, 'funding_round'],
];

/**
 * The event that every row of a file of signals is, when no column says it: by the words of its name, then of its
 * headers. A posting is never taken for a hire. Null when nothing tells.
 */
export function guessSignalKind(file: string, columns: readonly ColumnProfile[]): SignalKind | null {
  const name = plainText(file.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]+$/i, ''));
  const headers = columns.map(({ header }) => readHeader(header).words);
  const byName = fileWords.find(([words]) => words.test(name));
  const byHeader = headerWords.find(([words]) => headers.some((header) => words.test(header)));
  return (byName ?? byHeader)?.[1] ?? null;
}
