import { useMemo } from 'react';
import type {
  Condition,
  Evidence,
  Message,
  OpenedPage,
  PageFinding,
} from '../../../api/generated/types.gen.ts';
import { type Labels, useSpeech } from '../../../shared/i18n/index.ts';
import {
  conditionWords,
  durationWords,
  type EvidenceWords,
  evidenceWords,
  messageWords,
  type Message as Sentence,
  type Speech,
  toldWords,
} from '../../../shared/words/index.ts';

/** The words of the page in the language in use. */
export interface PageWords {
  readonly speech: Speech;
  readonly condition: (condition: Condition) => string;
  readonly evidence: (evidence: Evidence) => EvidenceWords;
  readonly question: (question: OpenedPage['questions'][number]) => string;
  readonly finding: (finding: PageFinding) => { readonly message: string; readonly remedy: string };
  readonly change: (change: Message, words: string) => string;
  readonly duration: (duration: Parameters<typeof durationWords>[1]) => string;
  /** A sentence that the server said in English. */
  readonly told: (text: string) => string;
}

/** The words of a page whose fields are called by `labels`. */
export function useWords(labels: Labels): PageWords {
  const speech = useSpeech(labels);
  return useMemo(() => wordsOf(speech), [speech]);
}

function wordsOf(speech: Speech): PageWords {
  const say = (place: string, message: Message | PageFinding) =>
    messageWords(speech, place, message as unknown as Sentence);
  return {
    speech,
    condition: (condition) => conditionWords(speech, condition),
    evidence: (evidence) => evidenceWords(speech, evidence),
    question: ({ text, said }) => (said === null ? text : say('profile:question', said)),
    finding: (finding) => {
      const named = withRoles(finding, speech);
      return { message: say('lint:message', named), remedy: say('lint:remedy', named) };
    },
    change: (change) => say('profile:change', change),
    duration: (duration) => durationWords(speech, duration),
    told: (text) => toldWords(speech, text),
  };
}

/** Roles that the product knows are called as the language calls them; others as they are typed. */
function withRoles(finding: PageFinding, { t }: Speech): PageFinding {
  const called = (role: unknown) => t(`profile:role.${String(role)}`, { defaultValue: String(role) });
  const parts = finding.params.parts as readonly Message[] | undefined;
  if (parts === undefined) return finding;
  const named = parts.map((part) =>
    Array.isArray(part.params.roles) ? { ...part, params: { roles: part.params.roles.map(called) } } : part,
  );
  return { ...finding, params: { ...finding.params, parts: named } };
}
