import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkspace } from '../src/app/compose.ts';
import { countTiers } from '../src/app/count-tiers.ts';
import { type CurrentOutcomes, currentOutcomes } from '../src/app/current-outcomes.ts';
import { scoreAccounts } from '../src/app/score-accounts.ts';
import { setPoints } from '../src/app/set-points.ts';
import { readProfile } from '../src/stages/profile/index.ts';
import {
  capacityTiers,
  countOutcomes,
  countTotals,
  editPoints,
  tierMoves,
  tierRanges,
  underMissingFields,
  underWrongField,
  worthKnowing,
} from '../src/stages/scorecard/outcomes/index.ts';
import { accountPage, fullPage } from './score/pages.ts';
import { makeUniverse, universeDay } from './score/universe.ts';
import { writeBench } from './write-bench.ts';

const runs = 9;

/** Middle of the processor times of several runs, in milliseconds: other work on the machine does not count. */
async function medianMs(work: () => unknown, times = runs): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    taken.push((user + system) / 1000);
  }
  return Number(taken.sort((a, b) => a - b)[Math.floor(times / 2)]!.toFixed(2));
}

/** What the pure functions take on the counts alone, as a browser would run them. */
async function inMemory({ card, vectors }: CurrentOutcomes) {
  const after = editPoints(card, 0, card.fit[0]!.points - 1);
  const wanted = [0.1, 0.2, 0.3].map((share) => share * countOutcomes(vectors, card).accounts);
  return {
    'tiers after a slider moved': await medianMs(() => countOutcomes(vectors, after)),
    'who moves': await medianMs(() => tierMoves(vectors, { before: card, after })),
    'tiers by capacity': await medianMs(() =>
      capacityTiers(countTotals(vectors, card), { wanted, current: card.tiers }),
    ),
    'ranges of the tiers': await medianMs(() => tierRanges(vectors, card)),
    'fields worth finding out': await medianMs(() => worthKnowing(vectors, card)),
    robustness: await medianMs(() => [
      underMissingFields(vectors, card, 0.2),
      underWrongField(vectors, card, { field: 'industry', share: 0.1 }),
    ]),
  };
}

async function measure(folder: string, accounts: number) {
  mkdirSync(folder, { recursive: true });
  const made = await openWorkspace(folder, { create: true });
  await makeUniverse(made, accounts);
  await made.engine.close();
  await made.store.close();
  const workspace = await openWorkspace(folder, { create: false });
  const at = `${universeDay}T08:00:00.000Z`;
  const pages: Record<string, unknown> = {};
  for (const text of [accountPage, fullPage]) {
    const profile = readProfile(text);
    await workspace.store.saveProfile({ profile, at, by: 'bench', why: null, snapshot: null, publish: true });
    const request = {
      profile: profile.name,
      version: null,
      asOf: universeDay,
      include: [],
      at,
      onProgress: () => {},
    };
    const tally = await medianMs(() => countTiers(workspace, request), 3);
    const direct = await medianMs(() => currentOutcomes(workspace, request), 3);
    const scored = await medianMs(() => scoreAccounts(workspace, request), 1);
    const current = await currentOutcomes(workspace, request);
    const edit = { line: current.card.fit[0]!.label, points: current.card.fit[0]!.points - 1 };
    const asked = { ...request, edits: [edit], save: false, by: 'bench', why: null };
    pages[profile.name] = {
      'fit lines': current.card.fit.length,
      'distinct vectors': current.vectors.groups.reduce((sum, { codes }) => sum + codes.length, 0),
      'JSON, KiB': Math.round(JSON.stringify(current.vectors).length / 1024),
      'engine, processor ms': {
        'tier counts': tally,
        'outcomes over the accounts': direct,
        'scoring and storing': scored,
        'outcomes from the stored table': await medianMs(() => currentOutcomes(workspace, request), 3),
        'an edit with the accounts that move': await medianMs(() => setPoints(workspace, asked), 3),
      },
      'memory, processor ms': await inMemory(current),
    };
  }
  await workspace.engine.close();
  await workspace.store.close();
  return pages;
}

const accounts = Number(process.argv[2] ?? 1_000_000);
const base = mkdtempSync(join(tmpdir(), 'bestfit-outcomes-'));
try {
  const figures = { accounts, runs, pages: await measure(join(base, 'workspace'), accounts) };
  writeBench('outcomes', figures);
  console.log(JSON.stringify(figures, null, 2));
} finally {
  rmSync(base, { recursive: true, force: true });
}
