import { expect, test } from 'vitest';
import { readSignalAnswer } from './read-signal-answer.ts';

test.each([
  ['hired administration', 'hired', 'administration'],
  ['hires a receptionist', 'hired', 'receptionist'],
  ['job posted for sales manager', 'job_posted', 'sales manager'],
  ['headcount growth', 'headcount_growth', null],
  ['funding round', 'funding_round', null],
  ['new location', 'location_opened', null],
  ['adopted scheduling', 'technology_adopted', 'scheduling'],
  ['dropped scheduling', 'technology_dropped', 'scheduling'],
  ['leadership change', 'leadership_change', null],
  ['new CEO', 'leadership_change', 'CEO'],
  ['inspection announced', 'custom', 'inspection announced'],
])('`%s` is the signal %s about %s', (text, kind, about) => {
  expect(readSignalAnswer(text).signal).toMatchObject({ kind, about });
});

test('a job posted is never read as a hire', () => {
  expect(readSignalAnswer('hiring a receptionist').signal.kind).toBe('job_posted');
});
