import type { ExprRecord } from '../../base/expr/index.ts';

/**
 * An account as it stood on a day: tools first seen later were not there yet. Other fields carry no day and stay.
 *
 * @param day null leaves it as it is
 */
export function asOfDay(record: ExprRecord, day: string | null): ExprRecord {
  if (day === null) return record;
  const technologies = record.technologies.filter(({ firstSeen }) => firstSeen === null || firstSeen <= day);
  return technologies.length === record.technologies.length ? record : { ...record, technologies };
}
