import { describe, expect, it } from 'vitest';
import { column } from './columns.ts';
import { integer } from './literals.ts';
import { caseWhen, when } from './logic.ts';
import { chooseBy, type Outcome } from './outcomes.ts';

const outcome: Outcome = {
  cases: [
    { when: column('yes'), is: true },
    { when: column('open'), is: null },
  ],
  otherwise: false,
};

describe('chooseBy', () => {
  it('gives each way of coming out its worth', () => {
    const worth = chooseBy(outcome, (truth) => integer(truth === null ? 1 : truth ? 2 : 0));
    const whens = [when(column('yes'), integer(2)), when(column('open'), integer(1))];
    expect(worth).toEqual(caseWhen(whens, integer(0)));
  });

  it('does not ask for what is worth as much as the rest', () => {
    const worth = chooseBy(outcome, (truth) => integer(truth === true ? 2 : 0));
    expect(worth).toEqual(caseWhen([when(column('yes'), integer(2))], integer(0)));
  });

  it('asks for what stands before a case that has another worth', () => {
    const worth = chooseBy(outcome, (truth) => integer(truth === null ? 1 : 0));
    const whens = [when(column('yes'), integer(0)), when(column('open'), integer(1))];
    expect(worth).toEqual(caseWhen(whens, integer(0)));
  });

  it('asks nothing when all is worth the same', () => {
    expect(chooseBy(outcome, () => integer(1))).toEqual(integer(1));
  });
});
