import {
  type QualityFinding,
  type SourceState,
  type TableName,
  tableOfRows,
} from '../../stages/dataset/index.ts';
import type { Finding, FindingKind, Fix, Severity } from './types.ts';

const severities: Readonly<Record<FindingKind, Severity>> = {
  quarantined: 'high',
  unmatched: 'high',
  duplicates: 'high',
  'mixed-currency': 'high',
  'mixed-units': 'high',
  'without-outcome': 'high',
  'truncated-outcomes': 'medium',
  'near-duplicates': 'medium',
  'disguised-blanks': 'medium',
  'suspicious-dates': 'medium',
  'spreadsheet-dates': 'medium',
  outliers: 'medium',
  'missing-currency': 'medium',
  disagreeing: 'medium',
  'to-place': 'medium',
  'when-unknown': 'medium',
  'not-searchable': 'low',
  converted: 'low',
  'low-coverage': 'low',
  constant: 'low',
  empty: 'low',
};

const order: readonly Severity[] = ['high', 'medium', 'low'];

/** A finding with its severity, which follows from what it is about. */
export function toFinding(
  found: Omit<Finding, 'severity' | 'source'> & { readonly source?: string },
): Finding {
  return { source: null, ...found, severity: severities[found.kind] };
}

/** The table of a file's rows; null for a lookup, which is joined onto others. */
export function tableOf({ mapping }: SourceState): TableName | null {
  return tableOfRows(mapping.as);
}

/** A finding of the pure checks with what mends it. */
export function withFix(found: QualityFinding | null, fix: Fix): readonly Finding[] {
  return found === null ? [] : [toFinding({ ...found, ...fix })];
}

/** Most severe first; of one severity those of one kind together, the largest first. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const kinds = Object.keys(severities);
  return findings.toSorted(
    (one, two) =>
      order.indexOf(one.severity) - order.indexOf(two.severity) ||
      kinds.indexOf(one.kind) - kinds.indexOf(two.kind) ||
      two.count - one.count,
  );
}
