import { type DiscoveryInput, discover, takeUnits } from '../../discovery/index.ts';
import { drawLine } from '../../value/index.ts';
import { listCandidates } from './list-candidates.ts';
import type { Prepared, TrainingTask } from './types.ts';

/**
 * Everything that looks at outcomes before points are learned, on some units alone: the line under the best is drawn, the
 * leak scan and the search run, the rubric is drafted. What became of the other units is not seen; only the bins of numbers
 * were cut on all of them, by their traits and not by their outcomes. What was declared is searched as any other field.
 *
 * @param permutations of the discovery; left out, those of discoveries inside a fold.
 */
export function prepareTraining(
  task: TrainingTask,
  rows: Int32Array,
  permutations: number | null = task.options.permutations,
): Prepared {
  const input = takeUnits(withoutDeclared(task.discovery), rows);
  const label = labelOf(input);
  const found = discover({
    ...input,
    label,
    permutations,
    verdictsOnly: permutations === task.options.permutations,
  });
  const patterns = found.kind === 'discovery' ? found.patterns : [];
  return { rows, label, candidates: listCandidates(task, patterns, rows.length), found };
}

function withoutDeclared(input: DiscoveryInput): DiscoveryInput {
  const said = new Set(input.declared.map(({ field }) => field));
  return { ...input, fields: input.fields.filter(({ id }) => !said.has(id)), declared: [] };
}

function labelOf({ value, label }: DiscoveryInput): Uint8Array {
  if (value === null) return label;
  const { cut } = drawLine(value);
  return Uint8Array.from(value, (worth) => Number(worth >= cut));
}
