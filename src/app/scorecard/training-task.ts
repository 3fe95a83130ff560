import { BestfitError } from '../../base/errors/index.ts';
import { foldText, type Truth } from '../../base/expr/index.ts';
import type { CandidateField, DiscoveryInput } from '../../stages/discovery/index.ts';
import type { TrainingOptions, TrainingTask } from '../../stages/scorecard/training/index.ts';
import type { CurrentData } from '../current-data.ts';
import type { LearnRequest } from './types.ts';

/** Permutations of each discovery inside a fold: its verdicts draft the rubric there and are not shown. */
const INSIDE = 199;

/** What to learn from, and what a person asks of the card. */
export function trainingTask(
  data: CurrentData,
  input: DiscoveryInput,
  { request, given }: { readonly request: LearnRequest; readonly given: TrainingTask['given'] },
): TrainingTask {
  const named = (words: readonly string[]) =>
    words.flatMap((word) => subjectsNamed(input.fields, data, word));
  const signs = (words: readonly string[], sign: 1 | -1) =>
    named(words).map((subject) => [subject, sign] as const);
  const options: TrainingOptions = {
    most: request.most,
    style: request.style,
    forbidden: named(request.forbid),
    signs: Object.fromEntries([...signs(request.positive, 1), ...signs(request.negative, -1)]),
    eachLayer: request.eachLayer,
    searchableOnly: true,
    permutations: INSIDE,
  };
  return {
    discovery: input,
    catalog: data.fields.filter(({ table }) => table === 'accounts'),
    given,
    options,
  };
}

/** Subjects that a word names: a field by name or label, a tool or a category of tools. */
function subjectsNamed(
  fields: readonly CandidateField[],
  data: CurrentData,
  word: string,
): readonly string[] {
  const wanted = foldText(word);
  const own = data.fields.filter(({ name, label }) =>
    [name, label].some((text) => foldText(text) === wanted),
  );
  const found = own.map(({ name }) => `field ${name}`);
  const tools = fields.filter(({ kind }) => kind === 'tool').map(({ id }) => id.split(':').slice(1));
  const using = tools.flatMap(([category = '', technology = '']) =>
    [category, technology].some((text) => text !== '' && foldText(text) === wanted)
      ? [`tool ${category === '' ? technology : category}`]
      : [],
  );
  const subjects = [...new Set([...found, ...using])];
  if (subjects.length > 0) return subjects;
  throw new BestfitError('scorecard.no-such-subject', { word });
}

/** What units answer, for the learner: 1 yes, 0 no, NaN unknown. */
export function answersFrom(truths: readonly Truth[]): Float64Array {
  return Float64Array.from(truths, (truth) => (truth === null ? Number.NaN : Number(truth)));
}
