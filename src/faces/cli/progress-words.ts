import type { WorkEvent, WorkStep } from '../../app/work-event.ts';

const words: Readonly<Record<WorkStep, string>> = {
  unpacking: 'unpacking',
  reading: 'reading',
  mapping: 'mapping',
  parsing: 'parsing',
  joining: 'joining',
  describing: 'describing',
  saving: 'saving',
  syncing: 'Reading',
  waiting: 'Waiting for',
  merging: 'Putting together',
  'writing-back': 'Writing back',
  'writing-sample': 'Writing the sample files',
  'reading-customers': 'Reading customers',
  searching: 'Searching for what the best share among',
  learning: 'Learning from',
  'holding-out': 'Holding cards to what they have not seen:',
  'writing-page': 'Writing the page',
  scoring: 'Scoring accounts',
  'counting-outcomes': 'Counting the outcomes of the page',
  'writing-list': 'Writing the list',
};

const plain: readonly WorkStep[] = ['syncing', 'writing-back'];

function aboutWords({
  step,
  subject,
  count,
}: Pick<WorkEvent, 'step' | 'subject' | 'count'>): readonly string[] {
  if (subject === null) return [];
  if (step === 'waiting') return [`${subject} (${count} s)`];
  if (plain.includes(step)) return [count === null ? subject : `${subject}: ${count}`];
  return [count === null || count === 1 ? subject : `${count} ${subject}s`];
}

/** A step of long work in words: `reading deals.csv 40%`. */
export function progressWords({ step, subject, count, share }: WorkEvent): string {
  const about = aboutWords({ step, subject, count });
  const done = share === null ? [] : [`${Math.floor(100 * share)}%`];
  return [words[step], ...about, ...done].join(' ');
}
