import { useMemo } from 'react';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { useSpeech } from '../../../shared/i18n/index.ts';
import { conditionWords, eventWords, type Speech, subjectWords } from '../../../shared/words/index.ts';

/** The lines of the card in the language in use. */
export interface Lines {
  readonly speech: Speech;
  /** A line by its id in words; the id where the card has no such line. */
  readonly label: (id: string) => string;
  /** What has to be found out when a line is unknown. */
  readonly subject: (id: string) => string;
  /** The event of a timing line, without its window. */
  readonly event: (place: number) => string;
}

/** Says the lines of the list's card. */
export function useLines({ lines, labels }: Pick<AccountList, 'lines' | 'labels'>): Lines {
  const speech = useSpeech(labels);
  return useMemo(() => {
    const all = [...lines.market, ...lines.fit, ...lines.timing, ...lines.anti];
    const byId = new Map(all.map(({ id, condition }) => [id, condition]));
    return {
      speech,
      label: saidOnce((id) => {
        const condition = byId.get(id);
        return condition === undefined ? id : conditionWords(speech, condition);
      }),
      subject: saidOnce((id) => {
        const condition = byId.get(id);
        return condition === undefined ? id : subjectWords(speech, condition);
      }),
      event: saidOnce((place) => {
        const condition = lines.timing[place]?.condition;
        return condition?.op === 'signal' ? eventWords(speech, condition.signal) : '';
      }),
    };
  }, [lines, speech]);
}

/** Words are made once: every row of the list says the same lines. */
function saidOnce<K>(say: (key: K) => string): (key: K) => string {
  const said = new Map<K, string>();
  return (key) => {
    const words = said.get(key) ?? say(key);
    said.set(key, words);
    return words;
  };
}
