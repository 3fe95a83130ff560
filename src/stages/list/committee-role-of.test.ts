import { describe, expect, it } from 'vitest';
import { committeeRoleOf } from './committee-role-of.ts';

const committee = [
  { role: 'economic buyer', titles: ['manager', 'medical director'] },
  { role: 'user', titles: ['front desk', 'recepción'] },
  { role: 'blocker', titles: ['accountant'] },
];
const ofTitle = (title: string | null) => committeeRoleOf(committee, { title, role: null });

describe('the figure that a person is', () => {
  it('comes from the job title, whatever its case, accents and dashes', () => {
    expect(ofTitle('Medical Director')).toBe(0);
    expect(ofTitle('FRONT-DESK lead')).toBe(1);
    expect(ofTitle('Recepcion')).toBe(1);
  });

  it('takes whole words only', () => {
    expect(ofTitle('Management trainee')).toBe(-1);
    expect(ofTitle('Accountants')).toBe(-1);
  });

  it('passes over what stands around the words', () => {
    expect(ofTitle('Manager, Operations')).toBe(0);
    expect(ofTitle('Owner/Manager')).toBe(0);
    expect(ofTitle('Accountant (external)')).toBe(2);
  });

  it('is the first one on the page when several fit', () => {
    expect(ofTitle('Front desk manager')).toBe(0);
  });

  it('comes from the role when one is given, before any title', () => {
    expect(committeeRoleOf(committee, { title: 'Manager', role: 'Blocker' })).toBe(2);
  });

  it('comes from the title when the role is none of the page', () => {
    expect(committeeRoleOf(committee, { title: 'Manager', role: 'champion' })).toBe(0);
  });

  it('is nobody without title and role', () => {
    expect(ofTitle(null)).toBe(-1);
    expect(ofTitle('')).toBe(-1);
    expect(committeeRoleOf([{ role: 'user', titles: ['—'] }], { title: 'Janitor', role: '' })).toBe(-1);
  });
});
