import { describe, expect, it } from 'vitest';
import { setPoints } from '../src/app/set-points.ts';
import { setTiers } from '../src/app/set-tiers.ts';
import type { ValidatedCard } from '../src/app/validated-card.ts';
import type { Workspace } from '../src/app/workspace.ts';
import { scorecardSetText } from '../src/faces/cli/render/scorecard-set-text.ts';
import { scorecardTiersText } from '../src/faces/cli/render/scorecard-tiers-text.ts';
import { scoredWorkspace, scoreRequest } from './score-workspace.ts';

const page = `profile: Clinics
kind: company
fit:
  firmographic:
    - { field: industry, any: [clinic], points: 3 }
    - { field: employees, min: 20, points: 2 }
tiers: { A: 5, B: 3, C: 2 }
`;

const prospects = `id,company,industry,employees
${Array.from({ length: 20 }, (_, i) => `P${i},Firm ${i},${i % 2 === 0 ? 'clinic' : 'bank'},${i % 4 < 2 ? 50 : 5}`).join('\n')}
`;

/** One repeat; the industry gave 3 and the employees 2 in every fold, and only the industry tells good from bad. */
const unit = (label: 0 | 1, clinic: boolean, large: boolean): ValidatedCard['heldOut']['units'][number] => ({
  label,
  weight: 1,
  totals: [(clinic ? 3 : 0) + (large ? 2 : 0)],
  parts: [[clinic ? 3 : 0, large ? 2 : 0]],
  truths: [clinic, large],
  line: [{ base: -1.5, slope: 0.6 }],
});

const validated: Omit<ValidatedCard, 'lines'> = {
  aucLow: 0.6,
  heldOut: {
    units: [
      unit(1, true, false),
      unit(1, true, true),
      unit(0, false, true),
      unit(0, true, false),
      unit(0, false, false),
      unit(1, false, true),
    ],
  },
  rates: [
    { total: 0, n: 2, rate: 0.1, low: 0.05, high: 0.2 },
    { total: 3, n: 2, rate: 0.4, low: 0.3, high: 0.5 },
    { total: 5, n: 2, rate: 0.8, low: 0.6, high: 0.9 },
  ],
};

/** Kept with its lines in another order than the page has them. */
async function validatedWorkspace(): Promise<Workspace> {
  const { workspace } = await scoredWorkspace({ 'prospects.csv': prospects }, page);
  const head = await workspace.store.head();
  const { profile } = (await workspace.store.profile('Clinics', 'published'))!;
  const lines = profile.fit.map(({ condition, points }) => ({ condition, points })).toReversed();
  const turned = validated.heldOut.units.map((one) => ({
    ...one,
    parts: one.parts.map((part) => part.toReversed()),
    truths: one.truths.toReversed(),
  }));
  await workspace.store.saveRun({
    kind: 'learn',
    at: scoreRequest.at,
    snapshot: head!.snapshot.id,
    profile: null,
    asOf: scoreRequest.asOf,
    seed: 1,
    options: {},
    result: { validated: [{ ...validated, heldOut: { units: turned }, lines }] },
    file: null,
  });
  return workspace;
}

const style = { color: false, width: 100 };
const keeping = { save: false, by: 'test', why: null };

describe('a validated page', () => {
  it('says what each tier promises: outcomes are rates by totals, added up', async () => {
    const workspace = await validatedWorkspace();
    const result = await setTiers(workspace, { ...scoreRequest, ...keeping, ask: null });
    expect(result.validated).toBe(true);
    const [A, , C] = result.before.outlook.tiers;
    expect(A).toMatchObject({ tier: 'A', accounts: 5 });
    expect(A!.expected!.outcomes.rate).toBeCloseTo(4, 12);
    expect(C!.expected!.rate.rate).toBeCloseTo(0.1, 12);
    expect(result.before.outlook.outOfOrder).toEqual([]);
    const text = scorecardTiersText(result, style);
    expect(text).toMatch(/A +5 or more +5 +25% +4 \(3 to 5\) +80% \(60% to 90%\)/);
    expect(text).toContain('Better tiers promise no less than worse ones.');
  });

  it('cuts tiers by probability, and says when no total promises so much', async () => {
    const workspace = await validatedWorkspace();
    const ask = (rates: readonly number[]) =>
      setTiers(workspace, { ...scoreRequest, ...keeping, ask: { by: 'probability', rates } });
    expect((await ask([0.35, 0.1])).after!.cuts).toEqual({ A: 3, B: 0, C: -1 });
    await expect(ask([0.9])).rejects.toThrow(
      'No total promises `90%`: the highest rate that one promises is 80%.',
    );
    await expect(ask([0.4, 0.3])).rejects.toThrow('both begin at a total of 3 points');
  });

  it('says what other points would have done on held-out data, and of points edited before too', async () => {
    const workspace = await validatedWorkspace();
    const edit = { ...scoreRequest, ...keeping, edits: [{ line: 'employees', points: 0 }] };
    const { heldOut, ...result } = await setPoints(workspace, edit);
    expect(heldOut!.before.auc).toBeCloseTo(7 / 9, 12);
    expect(heldOut!.after.auc).toBeCloseTo(2 / 3, 12);
    expect(heldOut!.after.logLoss).not.toBe(heldOut!.before.logLoss);
    expect(scorecardSetText({ heldOut, ...result }, style).replaceAll(/\s+/g, ' ')).toContain(
      'Held-out AUC 0.778 -> 0.667 (0.5 is guessing), log loss',
    );
    const kept = await setPoints(workspace, { ...edit, save: true });
    expect(kept.saved).toMatchObject({ version: 2, published: true });
    const later = await setPoints(workspace, { ...edit, edits: [{ line: 'industry', points: 1 }] });
    expect(later.profile.version).toBe(2);
    expect(later.heldOut!.before.auc).toBeCloseTo(heldOut!.after.auc!, 12);
    expect((await setTiers(workspace, { ...scoreRequest, ...keeping, ask: null })).validated).toBe(false);
  });
});
