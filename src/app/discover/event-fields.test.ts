import { describe, expect, it } from 'vitest';
import type { Row } from '../../base/sql/index.ts';
import { type EventRows, eventFields } from './event-fields.ts';
import type { ComparedUnit } from './types.ts';

const unit = (accountId: string, on: string | null): ComparedUnit => ({
  accountId,
  on,
  label: 0,
  value: null,
  deal: null,
});

const hired = (account_id: string, observed_on: string): Row => ({
  account_id,
  kind: 'hired',
  about: 'sales',
  observed_on,
});

const tool = (account_id: string, first_seen: string | null): Row => ({
  account_id,
  technology: 'Crono',
  category: 'scheduling',
  first_seen,
});

const everywhere = (scope: string): Row => ({ account_id: '*', scope });

function codesOf(units: readonly ComparedUnit[], rows: Partial<EventRows>): readonly (readonly number[])[] {
  const all = { technologies: [], signals: [], coverage: [], ...rows };
  return eventFields(units, all, '2026-01-01').map(({ codes }) => [...codes]);
}

describe('a signal', () => {
  const signals = [hired('a', '2024-01-10'), hired('b', '2025-03-01'), hired('c', '2025-05-01')];
  const coverage = [everywhere('hired')];

  it('counts when it was seen in the half year before the decision, not after it', () => {
    const units = [unit('b', '2025-04-01'), unit('b', '2025-02-01'), unit('b', '2025-12-01')];
    expect(codesOf(units, { signals, coverage })).toEqual([[1, 0, 0]]);
  });

  it('is unknown, not absent, at a customer won before anybody recorded signals', () => {
    const units = [unit('b', '2021-06-01'), unit('b', '2024-06-01'), unit('b', '2024-08-01')];
    expect(codesOf(units, { signals, coverage })).toEqual([[-1, -1, 0]]);
  });

  it('is unknown where it was not looked for', () => {
    expect(codesOf([unit('d', '2025-12-01')], { signals })).toEqual([[-1]]);
  });
});

describe('a tool', () => {
  const technologies = [tool('a', '2023-01-01'), tool('b', '2025-03-01'), tool('c', '2025-05-01')];

  it('was in use from the day it was first seen; before it was not, where tools were recorded already', () => {
    const units = [unit('b', '2025-04-01'), unit('b', '2024-06-01'), unit('b', '2021-06-01')];
    expect(codesOf(units, { technologies })[0]).toEqual([1, 0, -1]);
  });

  it('that is not listed is a no only where and since it was looked for', () => {
    const coverage = [everywhere('scheduling')];
    const units = [unit('d', '2025-04-01'), unit('d', '2021-06-01')];
    expect(codesOf(units, { technologies, coverage })[0]).toEqual([0, -1]);
    expect(codesOf(units, { technologies })[0]).toEqual([-1, -1]);
  });

  it('without a first day counts as in use all along', () => {
    const undated = ['a', 'b', 'c'].map((id) => tool(id, null));
    expect(codesOf([unit('b', '2010-01-01')], { technologies: undated })[0]).toEqual([1]);
  });
});
