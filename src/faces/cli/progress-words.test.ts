import { describe, expect, it } from 'vitest';
import { workEvent } from '../../app/work-event.ts';
import { progressWords } from './progress-words.ts';

describe('words of progress', () => {
  it('name what is worked on, how many of it, and how much is done', () => {
    expect(progressWords(workEvent('reading', { subject: 'deals.csv', share: 0.405 }))).toBe(
      'reading deals.csv 40%',
    );
    expect(progressWords(workEvent('learning', { subject: 'deal', count: 40 }))).toBe(
      'Learning from 40 deals',
    );
    expect(progressWords(workEvent('scoring'))).toBe('Scoring accounts');
  });
});
