import type { Condition } from '../../../base/expr/index.ts';
import { answersOf, conditionOf, type Pattern } from '../../discovery/index.ts';
import { rubricLines, subjectsOf } from '../../profile/index.ts';
import { nearWindow } from './near-window.ts';
import type { Candidate, GivenLine, TrainingOptions, TrainingTask } from './types.ts';

/** Units from which a card may choose beyond the rubric: below, chance has more to offer than the data (statistics.md, section 6). */
const ENOUGH = 100;
/** Traits without evidence of their own that a card may choose from, at most, and the largest p they may have in their field. */
const BEYOND = 12;
const WORTH_TRYING = 0.2;
/** Points of a line, at most, on either side. */
const LARGEST = 5;
/** Points for being near a window, at most. */
const NEAR = 2;

/**
 * The conditions that a card may give points: the lines of the rubric and those that a person gave; with 100 units or more
 * also what the draft set aside, what lies near a window, and the best of what shows no evidence. A signal has points by its
 * age and is no part of the fit.
 */
export function listCandidates(
  task: TrainingTask,
  patterns: readonly Pattern[],
  units: number,
): readonly Candidate[] {
  const enough = units >= ENOUGH;
  const usable = patterns.filter((pattern) => mayScore(pattern, task));
  const rubric = new Map(rubricLines(usable, task.catalog).map(({ pattern, points }) => [pattern, points]));
  const others = enough ? othersOf(usable.filter((pattern) => !rubric.has(pattern))) : [];
  const chosen = [...rubric.keys(), ...others].flatMap((pattern) => candidateOf(task, pattern, rubric));
  const near = enough ? chosen.flatMap((candidate) => nearOf(task, candidate)) : [];
  return [...task.given.map(asCandidate), ...withoutGiven([...chosen, ...near], task.given)];
}

function othersOf(patterns: readonly Pattern[]): readonly Pattern[] {
  const told = patterns.filter(({ cohort, explainedBy }) => cohort !== 'explained' && explainedBy === null);
  const shown = told.filter(({ verdict }) => verdict !== 'none');
  const beyond = told
    .filter(({ verdict, pField }) => verdict === 'none' && pField <= WORTH_TRYING)
    .toSorted((one, other) => one.pField - other.pField);
  return [...shown, ...beyond.slice(0, BEYOND)];
}

function mayScore(pattern: Pattern, { options, catalog }: TrainingTask): boolean {
  if (pattern.layer === 'outcome' || hasSignal(conditionOf(pattern))) return false;
  if (options.searchableOnly && pattern.searchable === false) return false;
  const late = new Set(catalog.filter(({ known }) => known === 'after').map(({ name }) => `field ${name}`));
  return subjectsOf(conditionOf(pattern)).every(
    (subject) => !late.has(subject) && !options.forbidden.includes(subject),
  );
}

function hasSignal(condition: Condition): boolean {
  return condition.op === 'signal' || (condition.op === 'all' && condition.conditions.some(hasSignal));
}

function candidateOf(
  task: TrainingTask,
  pattern: Pattern,
  rubric: ReadonlyMap<Pattern, number>,
): readonly Candidate[] {
  const answers = answersOf(task.discovery.fields, pattern);
  if (answers === null) return [];
  const condition = conditionOf(pattern);
  const points = rubric.get(pattern) ?? 0;
  const subject = subjectsOf(condition).join(' + ');
  const limits = limitsOf(pattern, subject, task.options);
  return [
    {
      condition,
      layer: pattern.layer,
      label: pattern.label,
      subject,
      rubric: Math.min(limits.high, Math.max(limits.low, points)),
      ...limits,
      required: false,
      searchable: pattern.searchable !== false,
      pattern,
      answers,
    },
  ];
}

/** A trait that speaks for the best adds, one that speaks against takes away; a sign that a person set stands above both. */
function limitsOf(
  { direction }: Pattern,
  subject: string,
  { style, signs }: TrainingOptions,
): { readonly low: number; readonly high: number } {
  const sign = direction === 'for' ? 1 : -1;
  const wanted = signs[subject] ?? sign;
  if (wanted !== sign || (sign === -1 && style === 'guide')) return { low: 0, high: 0 };
  return sign === 1 ? { low: 0, high: LARGEST } : { low: -LARGEST, high: 0 };
}

/** A window with points may have a wider one around it: in range 3, near it 1. */
function nearOf(task: TrainingTask, candidate: Candidate): readonly Candidate[] {
  if (candidate.rubric <= 0 || candidate.pattern === null) return [];
  const near = nearWindow(task.discovery.fields, candidate.pattern);
  if (near === null) return [];
  return [
    {
      ...candidate,
      ...near,
      subject: `${candidate.subject} (near)`,
      rubric: 0,
      low: 0,
      high: NEAR,
      pattern: null,
    },
  ];
}

function asCandidate(line: GivenLine): Candidate {
  const { condition, layer, label, points, answers } = line;
  return {
    condition,
    layer,
    label,
    subject: subjectsOf(condition).join(' + '),
    rubric: points,
    low: points,
    high: points,
    required: points !== 0,
    searchable: true,
    pattern: null,
    answers,
  };
}

/** What a person gave a line for is theirs: no other line asks about it. */
function withoutGiven(candidates: readonly Candidate[], given: readonly GivenLine[]): readonly Candidate[] {
  const taken = new Set(given.flatMap(({ condition }) => subjectsOf(condition)));
  return candidates.filter(({ condition }) => !subjectsOf(condition).some((subject) => taken.has(subject)));
}
