import type { Random } from '../../src/base/stats/index.ts';
import type { ClinicAccount } from './draw-account.ts';

/** The day the sample is seen from. */
export const sampleDay = '2026-09-30';

/** What became of a company that bought. Days count backwards from `sampleDay`. */
export interface ClinicCustomer {
  readonly account: ClinicAccount;
  /** True when it had hired administration in the half year before it bought: planted. */
  readonly hiredBefore: boolean;
  readonly startedDaysAgo: number;
  /** Null while it stays. */
  readonly endedDaysAgo: number | null;
  /** Euro per year. */
  readonly contractValue: number;
  readonly daysToClose: number;
  readonly nps: number;
  readonly supportTickets: number;
}

/** The traits that make a good customer in this sample; discovery has to find these and no others. */
export function plantedTraits(account: ClinicAccount, hiredBefore: boolean): readonly boolean[] {
  const uses = (category: string) => account.tools.some((tool) => tool.category === category);
  return [
    account.industry === 'private clinic',
    account.practitioners >= 3 && account.practitioners <= 15,
    uses('scheduling'),
    !uses('clinic management'),
    hiredBefore,
  ];
}

/** Draws how the relation went: the more planted traits, the larger, faster, happier and longer. */
export function drawCustomer(random: Random, account: ClinicAccount): ClinicCustomer {
  const hiredBefore = random.next() < 0.4;
  const held = plantedTraits(account, hiredBefore).filter(Boolean).length;
  const quality = (held - 2.2) * 1.15 + random.normal() * 0.45;
  const startedDaysAgo = 100 + random.integer(1900);
  const stay = 2600 * Math.exp(0.6 * quality) * -Math.log(1 - random.next());
  return {
    account,
    hiredBefore,
    startedDaysAgo,
    endedDaysAgo: stay < startedDaysAgo - 60 ? Math.round(startedDaysAgo - 60 - stay) : null,
    contractValue: Math.round(60 * Math.exp(0.42 * quality + random.normal() * 0.22)) * 100,
    daysToClose: Math.max(6, Math.round(55 * Math.exp(-0.38 * quality + random.normal() * 0.25))),
    nps: Math.max(0, Math.min(10, Math.round(7 + 1.1 * quality + random.normal() * 0.9))),
    supportTickets: Math.max(
      0,
      Math.round((startedDaysAgo / 365) * Math.exp(1.1 - 0.4 * quality + random.normal() * 0.3)),
    ),
  };
}
