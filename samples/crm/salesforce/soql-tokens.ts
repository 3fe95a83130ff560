import { SalesforceRefusal } from './salesforce-refusal.ts';

/** A piece of a query: a word, a sign, or a value that was written out. */
export type SoqlToken =
  | { readonly kind: 'word' | 'sign'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string | number; readonly isMoment: boolean };

const pattern =
  /\s*(?:(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d))?)|(-?\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|([A-Za-z_][\w.]*)|(<=|>=|!=|[=<>(),]))/y;

/** Splits a query; what is no part of SOQL is refused. */
export function soqlTokens(query: string): readonly SoqlToken[] {
  const tokens: SoqlToken[] = [];
  pattern.lastIndex = 0;
  const text = query.trim();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) throw malformed(text);
    tokens.push(tokenOf(found));
  }
  return tokens;
}

function tokenOf([, moment, number, quoted, word, sign]: RegExpExecArray): SoqlToken {
  if (moment !== undefined) return { kind: 'value', value: Date.parse(moment), isMoment: true };
  if (number !== undefined) return { kind: 'value', value: Number(number), isMoment: false };
  if (quoted !== undefined)
    return { kind: 'value', value: quoted.replaceAll(/\\(.)/g, '$1'), isMoment: false };
  return word === undefined ? { kind: 'sign', text: sign! } : { kind: 'word', text: word };
}

/** The refusal of a query that cannot be read. */
export function malformed(near: string): SalesforceRefusal {
  return new SalesforceRefusal(400, 'MALFORMED_QUERY', `unexpected token: ${near}`);
}
