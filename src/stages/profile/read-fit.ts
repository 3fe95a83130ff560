import { conditionKeys } from '../../base/expr/index.ts';
import { fitLayers } from './layers.ts';
import { readEvidence } from './read-evidence.ts';
import { readLineCondition } from './read-line-condition.ts';
import type { Path, Reading } from './reading.ts';
import type { FitLine } from './types.ts';

const KEYS = [...conditionKeys, 'points', 'evidence', 'note'];

/** Smallest and largest number of points of one line. */
export const pointsRange = { min: -5, max: 5, integer: true } as const;

/** Reads `fit`: a list of lines under each layer. */
export function readFit(reading: Reading, value: unknown): readonly FitLine[] {
  if (value === undefined || value === null) return [];
  const layers = reading.record(value, ['fit'], fitLayers);
  if (layers === null) return [];
  return fitLayers.flatMap((layer) =>
    reading.list(layers[layer], ['fit', layer], (item, path) => {
      const line = readLine(reading, item, path);
      return line === null ? null : { layer, ...line };
    }),
  );
}

function readLine(reading: Reading, value: unknown, path: Path): Omit<FitLine, 'layer'> | null {
  const line = reading.record(value, path, KEYS);
  if (line === null) return null;
  const condition = readLineCondition(reading, line, path);
  const points = reading.number(line.points, [...path, 'points'], pointsRange);
  const note = reading.openText(line.note, [...path, 'note']);
  const evidence =
    line.evidence === undefined ? null : readEvidence(reading, line.evidence, [...path, 'evidence']);
  if (condition === null || points === null) return null;
  return { condition, points, evidence, note };
}
