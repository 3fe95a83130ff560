import { type Condition, conditionKeys, writeCondition } from '../../base/expr/index.ts';
import { attainablePoints } from './attainable-points.ts';
import { fitLayers } from './layers.ts';
import { readAnti } from './read-anti.ts';
import { readBudget } from './read-budget.ts';
import { readCommittee } from './read-committee.ts';
import { readEvidenceOnly } from './read-evidence-only.ts';
import { readFit } from './read-fit.ts';
import { readLineCondition } from './read-line-condition.ts';
import { readMarketSize } from './read-market-size.ts';
import { readTiers, readTimingTiers } from './read-tiers.ts';
import { readTiming } from './read-timing.ts';
import type { Path, Reading } from './reading.ts';
import { tiersFor } from './tiers-for.ts';
import type { FitLine, Profile } from './types.ts';

const KEYS = [
  'format',
  'profile',
  'kind',
  'status',
  'market',
  'fit',
  'timing',
  'anti',
  'evidence_only',
  'committee',
  'challenges',
  'budget',
  'market_size',
  'edge',
  'tiers',
  'timing_tiers',
  'queue_by',
  'review',
  'questions',
];

/** Reads the parsed document; problems are noted in the reading. */
export function readPage(reading: Reading, value: unknown): Profile | null {
  const page = reading.record(value, [], KEYS);
  if (page === null) return null;
  if (page.format !== undefined && page.format !== 1)
    reading.problem(['format'], 'this version of Bestfit reads format 1 only');
  const name = reading.text(page.profile, ['profile']);
  const fit = readFit(reading, page.fit);
  refuseRepeats(reading, fit);
  const profile = {
    name: name ?? '',
    ...readHead(reading, page),
    market: reading.list(page.market, ['market'], (item, path) => readMarketLine(reading, item, path)),
    fit,
    timing: readTiming(reading, page.timing),
    anti: readAnti(reading, page.anti),
    evidenceOnly: readEvidenceOnly(reading, page.evidence_only),
    committee: readCommittee(reading, page.committee),
    challenges: readTexts(reading, page.challenges, ['challenges']),
    budget: readBudget(reading, page.budget),
    marketSize: readMarketSize(reading, page.market_size),
    edge: reading.openText(page.edge, ['edge']),
    tiers: readTiers(reading, page.tiers) ?? tiersFor(attainablePoints(fit)),
    timingTiers: readTimingTiers(reading, page.timing_tiers),
    questions: readTexts(reading, page.questions, ['questions']),
  };
  return name === null ? null : profile;
}

function readHead(
  reading: Reading,
  page: Readonly<Record<string, unknown>>,
): Pick<Profile, 'kind' | 'status' | 'queueBy' | 'review'> {
  const review = reading.record(page.review ?? {}, ['review'], ['every']);
  const periods = ['month', 'quarter', 'half-year', 'year'] as const;
  return {
    kind: reading.choice(page.kind ?? 'company', ['kind'], ['company', 'person']) ?? 'company',
    status:
      reading.choice(page.status ?? 'hypothesis', ['status'], ['hypothesis', 'supported']) ?? 'hypothesis',
    queueBy: readQueue(reading, page.queue_by),
    review: { every: reading.choice(review?.every ?? 'quarter', ['review', 'every'], periods) ?? 'quarter' },
  };
}

function readQueue(reading: Reading, value: unknown): Profile['queueBy'] {
  const order = ['tier', 'timing'] as const;
  if (value === undefined) return order;
  const queue = reading.list(value, ['queue_by'], (item, path) => reading.choice(item, path, order));
  if (queue.length === 2 && queue[0] !== queue[1]) return queue;
  reading.problem(['queue_by'], 'takes [tier, timing] or [timing, tier]');
  return order;
}

function readMarketLine(reading: Reading, value: unknown, path: Path): Condition | null {
  const line = reading.record(value, path, conditionKeys);
  return line === null ? null : readLineCondition(reading, line, path);
}

function readTexts(reading: Reading, value: unknown, path: Path): readonly string[] {
  return reading.list(value, path, (item, at) => reading.text(item, at));
}

/** The same condition twice would count twice without anybody meaning it. */
function refuseRepeats(reading: Reading, fit: readonly FitLine[]): void {
  for (const layer of fitLayers) {
    const seen = new Set<string>();
    fit
      .filter((line) => line.layer === layer)
      .forEach(({ condition }, at) => {
        const text = JSON.stringify(writeCondition(condition));
        if (seen.has(text)) reading.problem(['fit', layer, at], 'stands twice and would count twice');
        seen.add(text);
      });
  }
}
