import { expect, it } from 'vitest';
import { cardOf } from '../../../test/score-support.ts';
import { comparedSubjects, type ToolUse } from './compared-subjects.ts';

const card = cardOf(`
fit:
  firmographic:
    - { field: employees, between: [3, 15], points: 3 }
    - { field: employees, min: 40, points: -1 }
    - { all: [{ field: country, any: [ES] }, { uses: { category: crm } }], points: 2 }
  technographic:
    - { lacks: { category: crm }, points: 1 }
    - { uses: { category: erp, first_seen_within: 1 years }, points: 4 }
  behavioural:
    - { signal: { kind: hired, within: 6 months }, points: 5 }
`);
const use = (category: string): ToolUse => ({
  op: 'tool',
  negated: false,
  technologies: null,
  categories: [category],
  since: null,
  scopes: [category],
  coveredEverywhere: false,
});
const things = {
  fields: [
    { name: 'city', label: 'City', kind: 'category' },
    { name: 'country', label: 'Country', kind: 'category' },
    { name: 'employees', label: 'Employees', kind: 'number' },
  ],
  tools: [
    { label: 'CRM tools', use: use('CRM') },
    { label: 'chat tools', use: use('chat') },
  ],
} as const;

it('what lines ask comes first, each field and category of tools once, dated events not at all', () => {
  expect(comparedSubjects(card.fit, things).map(({ label, points }) => [label, points])).toEqual([
    ['employees', 3],
    ['country', 2],
    ['crm tools', 2],
    ['city', 0],
    ['chat tools', 0],
  ]);
});

it('whether a line asks to use a tool or to lack it, the use is compared', () => {
  const tools = comparedSubjects(card.fit, things).flatMap((of) =>
    of.kind === 'tool' ? [of.use.negated] : [],
  );
  expect(tools).toEqual([false, false]);
});
