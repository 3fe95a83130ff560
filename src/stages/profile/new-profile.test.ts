import { expect, test } from 'vitest';
import { describeCondition } from '../../base/expr/index.ts';
import { newProfile } from './new-profile.ts';
import { profileQuestions } from './profile-questions.ts';
import { readProfile } from './read-profile.ts';
import type { ProfileAnswers } from './types.ts';
import { writeProfile } from './write-profile.ts';

const examples: ProfileAnswers = Object.fromEntries(profileQuestions.map(({ id, example }) => [id, example]));
const answer = (answers: ProfileAnswers) => newProfile({ name: 'First', answers });

test('there are ten questions, each with help and an example', () => {
  expect(profileQuestions).toHaveLength(10);
  expect(new Set(profileQuestions.map(({ id }) => id)).size).toBe(10);
  expect(
    profileQuestions.every(({ text, help, example }) => text !== '' && help !== '' && example !== ''),
  ).toBe(true);
});

test('the examples give a whole hypothesis page with nothing unread', () => {
  const { profile, unread } = answer(examples);
  expect(unread).toEqual([]);
  expect(profile).toMatchObject({
    status: 'hypothesis',
    market: [{ op: 'any', field: 'country', values: ['ES'] }],
    edge: 'An agenda that refills cancelled hours by itself',
    challenges: ['empty slots', 'phones that nobody answers'],
    tiers: { A: 8, B: 5, C: 3 },
    questions: [],
  });
  expect(profile.fit.map(({ condition, points }) => [condition.op, points])).toEqual([
    ['any', 3],
    ['window', 3],
    ['uses', 2],
    ['lacks', 2],
  ]);
  expect(profile.timing.map(({ condition }) => [condition.signal.kind, condition.signal.about])).toEqual([
    ['hired', 'administration'],
    ['location_opened', null],
    ['technology_dropped', 'scheduling'],
  ]);
  expect(profile.anti).toEqual([
    {
      condition: { op: 'window', field: 'practitioners', low: null, high: 1, currency: null },
      because: 'no coordination problem',
    },
    { condition: { op: 'any', field: 'ownership', values: ['public'] }, because: 'tenders' },
  ]);
  expect(profile.committee[0]).toEqual({
    role: 'economic buyer',
    titles: ['manager', 'medical director'],
    caresAbout: 'fewer empty slots',
    angle: null,
    channel: 'phone',
  });
});

test('the page made from answers is a document that reads back as itself', () => {
  const { profile } = answer(examples);
  expect(readProfile(writeProfile(profile))).toEqual(profile);
});

test('every believed trait and signal is a hypothesis, with what would test it', () => {
  const { hypotheses } = answer(examples);
  expect(hypotheses).toHaveLength(7);
  expect(hypotheses[0]!.label).toBe('industry is private clinic or dental clinic');
  expect(hypotheses[0]!.test).toBe(
    'Import 44 customers with industry known: enough three times in four, if 75% of the best and 30% of the others have it.',
  );
  expect(hypotheses[4]!.test).toMatch(/^Import 44 customers with dated .*, and say what was looked for: /);
});

test('no answers give an empty hypothesis that asks all ten questions', () => {
  const { profile, hypotheses, unread } = answer({});
  expect(profile).toMatchObject({
    status: 'hypothesis',
    fit: [],
    timing: [],
    anti: [],
    committee: [],
    market: [],
  });
  expect(profile.questions).toEqual(profileQuestions.map(({ text }) => text));
  expect(hypotheses).toEqual([]);
  expect(unread).toEqual([]);
});

test('a place may be a region of the world, as its countries', () => {
  const { profile, unread } = answer({ place: 'southern europe, Suiza' });
  expect(unread.filter(({ question }) => question === 'place')).toEqual([]);
  const [market] = profile.market;
  expect(describeCondition(market!)).toBe('country is Southern Europe or CH');
});

test('exclusions may also be parted by commas, where each has its reason', () => {
  const { profile } = answer({
    exclusions: 'under 5 employees because no budget, no need, ownership: public because tenders',
  });
  expect(profile.anti.map(({ because }) => because)).toEqual(['no budget, no need', 'tenders']);
});

test('what cannot be read as a search comes back as typed', () => {
  const { profile, unread } = answer({
    size: 'medium',
    tools: 'spreadsheets',
    place: 'Spain, Narnia',
    exclusions: 'public sector; franchises because the franchisor decides',
  });
  expect(unread.map(({ question, text }) => [question, text])).toEqual([
    ['size', 'medium'],
    ['tools', 'spreadsheets'],
    ['place', 'Narnia'],
    ['exclusions', 'public sector'],
  ]);
  expect(profile.market).toEqual([{ op: 'any', field: 'country', values: ['ES'] }]);
  expect(profile.anti).toEqual([
    {
      condition: { op: 'any', field: 'industry', values: ['franchises'] },
      because: 'the franchisor decides',
    },
  ]);
});
