import type { Condition } from '../../base/expr/index.ts';
import { parseCountry } from '../dataset/index.ts';
import { splitAnswer } from './split-answer.ts';
import type { NewProfile, ProfileAnswers } from './types.ts';

/** The market that an answer about countries gives, as the codes that data carries, and what is no country. */
export function answeredMarket({ place }: ProfileAnswers): {
  readonly market: readonly Condition[];
  readonly unread: NewProfile['unread'];
} {
  const places = splitAnswer(place, /[,;\n]/).map((text) => ({ text, country: parseCountry(text) }));
  const codes = places.flatMap(({ country }) => (country.kind === 'value' ? [country.value] : []));
  return {
    market: codes.length === 0 ? [] : [{ op: 'any', field: 'country', values: [...new Set(codes)] }],
    unread: places
      .filter(({ country }) => country.kind !== 'value')
      .map(({ text }) => ({ question: 'place' as const, text, why: 'not a country' })),
  };
}
