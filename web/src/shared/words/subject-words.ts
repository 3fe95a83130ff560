import { listWords } from './list-words.ts';
import { lookForWords } from './signal-words.ts';
import type { Condition, Speech } from './types.ts';

/** What has to be found out when a condition is unknown: `employees`, `scheduling tools`. */
export function subjectWords(speech: Speech, condition: Condition): string {
  switch (condition.op) {
    case 'uses':
    case 'lacks': {
      const { technology, category } = condition.tool;
      return technology ?? speech.t('conditions:tools', { category: category ?? '' });
    }
    case 'signal':
      return lookForWords(speech, condition.signal);
    case 'all': {
      const parts = condition.conditions.map((part) => subjectWords(speech, part));
      return listWords(speech.language, [...new Set(parts)]);
    }
    default:
      return speech.labelOf(condition.field);
  }
}
