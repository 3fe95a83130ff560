import { describe, expect, it } from 'vitest';
import { explainAccount } from '../src/app/explain-account.ts';
import { listAccounts } from '../src/app/list-accounts.ts';
import type { ListedAccount } from '../src/stages/list/index.ts';
import { clinicsPage, scoredWorkspace, scoreRequest } from './score-workspace.ts';

/** As of 2026-10-01. */
const files = {
  'prospects.csv': `Account ID,Company name,Website,Industry,Country,Ownership,Practitioners,Locations
single,Consulta Sola,sola-ejemplo.es,private clinic,Spain,private,1,1
hospital,Hospital Comarcal,comarcal-ejemplo.es,private clinic,Spain,public,120,3
small,Centro Pequeño,pequeno-ejemplo.es,Private Clinic,Spain,public,5,2
french,Clinique du Lac,lac-ejemplo.es,private clinic,France,private,6,2
lawyers,Bufete Sol,sol-ejemplo.es,law firm,Spain,private,8,2
untold,Clínica Callada,callada-ejemplo.es,private clinic,Spain,private,8,2
recent,Clínica Nueva,nueva-ejemplo.es,private clinic,Spain,private,9,2
settled,Clínica Hecha,hecha-ejemplo.es,private clinic,Spain,private,10,2
`,
  'technologies.csv': `Account ID,Technology,Category,First seen
small,DoctoAgenda,Scheduling,2023-01-10
recent,ClinicSoft,Clinic management,2024-11-01
settled,ClinicSoft,Clinic management,2024-09-01
`,
  'signals.csv': `Account ID,Kind,About,Observed on
small,hired,Administration,2026-09-19
small,hired,Sales,2026-09-30
untold,location_opened,,2026-09-01
french,hired,Administration,2026-09-30
`,
  'coverage.csv': `Account ID,Scope,Checked on
${['single', 'hospital', 'small', 'french', 'lawyers', 'recent', 'settled']
  .flatMap((id) => ['scheduling', 'clinic management'].map((scope) => `${id},${scope},2026-09-01`))
  .join('\n')}
settled,hired,2026-09-25
`,
  'people.csv': `Person ID,Account ID,Full name,Job title,Email,Email status
p1,small,Luis Vega,Receptionist,luis@pequeno-ejemplo.es,unknown
p2,small,Ana Ruiz,Medical Director,ana@pequeno-ejemplo.es,verified
p3,settled,Eva Gil,External adviser,eva@hecha-ejemplo.es,bounced
`,
};

type Expected = Partial<ListedAccount> & { readonly account_id: string };

const verdicts: readonly Expected[] = [
  {
    account_id: 'small',
    rank: 1,
    tier: 'A',
    fit: 12,
    fit_max: 12,
    timing: 'hot',
    timing_points: 2.612,
    play: 'call today',
    why_now: 'hired administration 12 days ago (+2.6)',
    disqualified_by: null,
    unknown: '',
    committee_found: 'economic buyer; user',
    committee_missing: 'blocker',
    best_contact: 'Ana Ruiz, Medical Director, ana@pequeno-ejemplo.es',
  },
  {
    account_id: 'untold',
    rank: 2,
    tier: 'B',
    fit: 8,
    fit_max: 12,
    timing: 'hot',
    timing_points: 2.381,
    play: 'sequence',
    why_now: 'opened a location 30 days ago (+2.4)',
    disqualified_by: null,
    unknown:
      'scheduling tools (decides the tier); clinic management tools (decides the tier); ' +
      'may be disqualified by clinic management tools (has just paid for a migration and will not switch)',
    committee_found: '',
    committee_missing: 'economic buyer; user; blocker',
    best_contact: null,
  },
  {
    account_id: 'settled',
    rank: 3,
    tier: 'B',
    fit: 8,
    fit_max: 8,
    timing: 'cold',
    timing_points: 0,
    play: 'sequence',
    why_now: null,
    disqualified_by: null,
    unknown: '',
    committee_found: 'blocker',
    committee_missing: 'economic buyer; user',
    best_contact: 'Eva Gil, External adviser',
  },
  ...(
    [
      ['single', 'no coordination problem: one agenda, one head'],
      ['hospital', 'bought by tender, a year and a half from first call to signature'],
      ['recent', 'has just paid for a migration and will not switch'],
      ['french', 'outside the market, which asks: country is ES'],
      ['lawyers', 'outside the market, which asks: industry is private clinic or dental clinic'],
    ] as const
  ).map(([account_id, disqualified_by]) => ({
    account_id,
    disqualified_by,
    rank: null,
    tier: null,
    play: 'out' as const,
  })),
];

describe('eight accounts against the worked profile', () => {
  it('get their verdicts from the engine and, one by one, from the reference', async () => {
    const { workspace, imported } = await scoredWorkspace(files, clinicsPage);
    expect(imported.files.map(({ rows }) => rows.quarantined)).toEqual([0, 0, 0, 0, 0]);

    const request = { ...scoreRequest, limit: null, offset: 0, ranked: false };
    const { list, ...summary } = await listAccounts(workspace, request);
    expect(summary).toMatchObject({
      accounts: 8,
      tiers: { A: 1, B: 2, C: 0, D: 0 },
      disqualified: 3,
      outsideMarket: 2,
      needsData: 1,
      callToday: 1,
      scored: 'prospects',
    });
    const listed = new Map(list.map((account) => [account.account_id, account]));
    for (const expected of verdicts) expect(listed.get(expected.account_id)).toMatchObject(expected);
    expect(list.slice(0, 3).map(({ account_id }) => account_id)).toEqual(['small', 'untold', 'settled']);

    for (const expected of verdicts) {
      const account = listed.get(expected.account_id)!;
      const { score, play, whyNow, committee, bestContact, sum } = await explainAccount(workspace, {
        ...scoreRequest,
        account: expected.account_id,
      });
      expect({
        fit: score.fit,
        fit_max: score.fitMax,
        tier: score.tier,
        timing: score.timing,
        timing_points: score.timingPoints,
        play,
        why_now: whyNow,
        committee_found: committee.found,
        committee_missing: committee.missing,
        best_contact: bestContact,
      }).toEqual({
        fit: account.fit,
        fit_max: account.fit_max,
        tier: account.tier,
        timing: account.timing,
        timing_points: account.timing_points,
        play: account.play,
        why_now: account.why_now,
        committee_found: account.committee_found,
        committee_missing: account.committee_missing,
        best_contact: account.best_contact,
      });
      const holds = sum.anti.filter((line) => line.outcome === 'yes').map((line) => line.because);
      const outside = sum.market.some((line) => line.outcome === 'no');
      expect({ outside, holds }).toEqual({
        outside: account.disqualified_by?.startsWith('outside') ?? false,
        holds: score.standing === 'disqualified' ? [account.disqualified_by] : [],
      });
    }
  });
});
