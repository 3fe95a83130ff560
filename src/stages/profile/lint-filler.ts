import { foldText } from '../../base/expr/index.ts';
import type { Finding, Profile } from './types.ts';

const PLACEHOLDER =
  /^(tbd|tbc|to ?do|to be (defined|done|confirmed|determined)|n ?\/? ?a|none|unknown|x{2,}|\.{2,}|…|-+|\?+|placeholder|example|test|foo|bar|various|several|everyone|anyone|etc\.?|lorem ipsum.*|por definir|pendiente|da definire|a definir|a completer|offen|zu klaren|<.*>|\[.*\])$/;
const SLOGAN =
  /\b(best in class|world class|cutting edge|state of the art|innovative solutions?|high quality (service|product|solution)s?|one stop shop|synerg\w+|save time and money|increase efficiency)\b/;

/** Texts that fill a box without saying anything: placeholders, slogans, the same words to two figures. */
export function lintFiller(profile: Profile): readonly Finding[] {
  const texts = placedTexts(profile);
  return [
    ...texts
      .filter(({ text }) => PLACEHOLDER.test(foldText(text)))
      .map(({ text, path }) =>
        filler(path, `\`${text}\` says nothing`, { code: 'filler-empty', params: { text } }),
      ),
    ...texts
      .filter(({ text }) => SLOGAN.test(foldText(text)))
      .map(({ text, path }) =>
        filler(path, `\`${text}\` could stand on any page`, { code: 'filler-slogan', params: { text } }),
      ),
    ...repeats(profile),
  ];
}

function placedTexts({
  committee,
  challenges,
  edge,
  anti,
}: Profile): readonly { text: string; path: string }[] {
  const texts: readonly { text: string | null; path: string }[] = [
    ...committee.flatMap(({ caresAbout, angle, channel, titles }, at) => [
      { text: caresAbout, path: `committee[${at}].cares_about` },
      { text: angle, path: `committee[${at}].angle` },
      { text: channel, path: `committee[${at}].channel` },
      ...titles.map((text, index) => ({ text, path: `committee[${at}].titles[${index}]` })),
    ]),
    ...challenges.map((text, at) => ({ text, path: `challenges[${at}]` })),
    { text: edge, path: 'edge' },
    ...anti.map(({ because }, at) => ({ text: because, path: `anti[${at}].because` })),
  ];
  return texts.flatMap(({ text, path }) => (text === null ? [] : [{ text, path }]));
}

function repeats({ committee }: Profile): readonly Finding[] {
  return (['angle', 'caresAbout'] as const).flatMap((key) =>
    committee.flatMap((figure, at) => {
      const text = figure[key];
      const first =
        text === null
          ? -1
          : committee.findIndex((other) => other[key] !== null && foldText(other[key]) === foldText(text));
      if (first < 0 || first === at) return [];
      const path = `committee[${at}].${key === 'angle' ? 'angle' : 'cares_about'}`;
      const { role } = figure;
      const other = committee[first]!.role;
      const told = { code: 'filler-repeated', params: { role, other } } as const;
      return [filler(path, `the ${role} gets the same words as the ${other}`, told)];
    }),
  );
}

function filler(path: string, what: string, told: Pick<Finding, 'code' | 'params'>): Finding {
  return {
    rule: 'filler',
    ...told,
    severity: 'warning',
    message: `Filler text: ${what}.`,
    remedy: 'Write what a customer said, or leave it open as a question.',
    path,
  };
}
