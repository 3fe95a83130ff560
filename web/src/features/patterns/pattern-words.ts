import type { Condition as ApiCondition, Pattern } from '../../api/generated/types.gen.ts';
import { type Condition, conditionWords, type Speech } from '../../shared/words/index.ts';

/** The trait of a pattern in words: all of its conditions. */
export function patternWords(speech: Speech, { conditions }: Pick<Pattern, 'conditions'>): string {
  return conditions
    .map((condition) => conditionWords(speech, condition as Condition))
    .join(speech.t('conditions:and'));
}

/** One condition of the API in words. */
export function apiConditionWords(speech: Speech, condition: ApiCondition): string {
  return conditionWords(speech, condition as Condition);
}
