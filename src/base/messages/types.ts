import type { Condition } from '../expr/index.ts';

/** What a sentence holds: a text, a figure, a condition, another sentence, or a list of these. */
export type MessageParam = string | number | boolean | null | Condition | Message | readonly MessageParam[];

/** The values of a sentence by their names. */
export type MessageParams = Readonly<Record<string, MessageParam>>;

/**
 * A sentence without its words: a stable code and what it holds, so that a face can say it in any language. The
 * English sentence stands beside it in the same document.
 */
export interface Message {
  readonly code: string;
  readonly params: MessageParams;
}
