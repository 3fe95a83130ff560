import { type Condition, foldText, regions } from '../../base/expr/index.ts';
import { parseCountry } from '../dataset/index.ts';
import { splitAnswer } from './split-answer.ts';
import type { NewProfile, ProfileAnswers } from './types.ts';

/** The market that an answer about countries or regions of the world gives, as the codes that data carries, and what is neither. */
export function answeredMarket({ place }: ProfileAnswers): {
  readonly market: readonly Condition[];
  readonly unread: NewProfile['unread'];
} {
  const places = splitAnswer(place, /[,;\n]/).map((text) => ({ text, countries: countriesOf(text) }));
  const codes = places.flatMap(({ countries }) => countries);
  return {
    market: codes.length === 0 ? [] : [{ op: 'any', field: 'country', values: [...new Set(codes)] }],
    unread: places
      .filter(({ countries }) => countries.length === 0)
      .map(({ text }) => ({ question: 'place' as const, text, why: 'not a country' })),
  };
}

const regionByName = new Map([...regions].map(([name, countries]) => [foldText(name), countries]));

function countriesOf(text: string): readonly string[] {
  const country = parseCountry(text);
  return country.kind === 'value' ? [country.value] : (regionByName.get(foldText(text)) ?? []);
}
