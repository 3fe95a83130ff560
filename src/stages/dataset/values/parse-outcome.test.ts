import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOutcome } from './parse-outcome.ts';

describe('parseOutcome', () => {
  it.each([
    'Won',
    'Closed Won',
    'closedwon',
    'ganado',
    'Cerrada ganada',
    'Chiusa vinta',
    'Fechado ganho',
    'gagné',
    'gewonnen',
  ])('`%s` is won', (text) => {
    expect(parseOutcome(text, { stage: false })).toEqual({ kind: 'value', value: 'won' });
  });

  it.each([
    'Lost',
    'Closed Lost',
    'closedlost',
    'perdido',
    'Cerrada perdida',
    'Chiusa persa',
    'Perdu',
    'verloren',
    'Cancelled',
  ])('`%s` is lost', (text) => {
    expect(parseOutcome(text, { stage: false })).toEqual({ kind: 'value', value: 'lost' });
  });

  it.each([
    'Open',
    'In progress',
    'en curso',
    'in corso',
    'en cours',
    'in Bearbeitung',
    'Engaging',
    'Negotiation/Review',
  ])('`%s` is open', (text) =>
    expect(parseOutcome(text, { stage: false })).toEqual({ kind: 'value', value: 'open' }),
  );

  it('a stage by any other name is open in a column of outcomes and a misfit elsewhere', () => {
    expect(parseOutcome('Fase 3', { stage: true })).toEqual({ kind: 'value', value: 'open' });
    expect(parseOutcome('Fase 3', { stage: false }).kind).toBe('misfit');
  });

  it.each([
    ['Closed', 'closed, but it does not say whether won or lost'],
    ['Cerrado', 'closed, but it does not say whether won or lost'],
    ['Won/Lost', 'both won and lost'],
    ['Not won', 'neither won nor lost nor open'],
  ])('`%s` does not say how it ended', (text, reason) => {
    expect(parseOutcome(text, { stage: true })).toEqual({ kind: 'misfit', reason });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        (text, stage) => parseOutcome(text, { stage }).kind.length > 0,
      ),
    );
  });
});
