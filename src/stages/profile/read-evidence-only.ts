import { conditionKeys } from '../../base/expr/index.ts';
import { allLayers } from './layers.ts';
import { readEvidence } from './read-evidence.ts';
import { readLineCondition } from './read-line-condition.ts';
import type { Path, Reading } from './reading.ts';
import type { EvidenceLine } from './types.ts';

const KEYS = [...conditionKeys, 'layer', 'why', 'evidence'];

/** Reads `evidence_only`: traits that no prospect can be searched by. */
export function readEvidenceOnly(reading: Reading, value: unknown): readonly EvidenceLine[] {
  return reading.list(value, ['evidence_only'], (item, path) => readLine(reading, item, path));
}

function readLine(reading: Reading, value: unknown, path: Path): EvidenceLine | null {
  const line = reading.record(value, path, KEYS);
  if (line === null) return null;
  const condition = readLineCondition(reading, line, path);
  const layer = reading.choice(line.layer, [...path, 'layer'], allLayers);
  const why = reading.text(line.why, [...path, 'why']);
  const evidence = readEvidence(reading, line.evidence, [...path, 'evidence']);
  if (condition === null || layer === null || why === null || evidence === null) return null;
  return { layer, condition, evidence, why };
}
