import { describe, expect, it } from 'vitest';
import { companyWorld } from './company-world.ts';

const today = Date.UTC(2026, 8, 1);
const size = { companies: 500, deals: 1000, contacts: 1500 };
const world = companyWorld(7, size, today);
const range = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);

describe('a world of companies', () => {
  it('is the same for the same seed, and another for another', () => {
    const again = companyWorld(7, size, today);
    expect(again.deal(321)).toEqual(world.deal(321));
    expect(companyWorld(8, size, today).company(3)).not.toEqual(world.company(3));
  });

  it('gives every deal and contact to one company, and that company gives it back', () => {
    const deals = range(size.companies).flatMap((company) => world.dealsOfCompany(company));
    expect(deals).toEqual(range(size.deals));
    expect(range(size.companies).flatMap((company) => world.contactsOfCompany(company))).toEqual(
      range(size.contacts),
    );
    for (const deal of [0, 1, 499, 999])
      expect(world.dealsOfCompany(world.companyOfDeal(deal))).toContain(deal);
  });

  it('leaves two in five companies without a deal', () => {
    const without = range(size.companies).filter((company) => world.dealsOfCompany(company).length === 0);
    expect(without.length).toBeGreaterThanOrEqual(size.companies * 0.4);
  });

  it('has stages in the order of time, the last one as the outcome says', () => {
    for (const row of range(200)) {
      const deal = world.deal(row);
      const times = deal.stages.map(({ at }) => at);
      expect(times).toEqual([...times].sort((a, b) => a - b));
      const last = { won: [4], lost: [5], open: [0, 1, 2, 3] }[deal.outcome];
      expect(last).toContain(deal.stages.at(-1)!.stage);
      expect(deal.closedAt === null).toBe(deal.outcome === 'open');
    }
  });

  it('lets clinics of 10 to 60 people win more often', () => {
    const share = (isGood: boolean): number => {
      const closed = range(size.deals).filter((row) => {
        const { industry, employees } = world.company(world.companyOfDeal(row));
        const isClinic = industry === 'Private clinic' || industry === 'Dental clinic';
        const planted = isClinic && employees !== null && employees >= 10 && employees <= 60;
        return planted === isGood && world.deal(row).outcome !== 'open';
      });
      return closed.filter((row) => world.deal(row).outcome === 'won').length / closed.length;
    };
    expect(share(true)).toBeGreaterThan(share(false) + 0.2);
  });
});
