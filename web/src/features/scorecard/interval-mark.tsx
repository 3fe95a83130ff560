import type { Interval } from '../../api/generated/types.gen.ts';
import classes from './scorecard.module.css';

interface MarkProps {
  readonly interval: Interval;
  /** Ends of the axis. */
  readonly from: number;
  readonly to: number;
  /** Where chance alone stands. */
  readonly guide: number | null;
  readonly label: string;
}

const width = 180;
const height = 18;

/** A figure as a dot with its interval, on an axis that rows share. */
export function IntervalMark({ interval, from, to, guide, label }: MarkProps) {
  const at = (value: number) =>
    ((Math.min(Math.max(value, from), to) - from) / (to - from)) * (width - 12) + 6;
  const middle = height / 2;
  return (
    <svg width={width} height={height} role="img" aria-label={label} className={classes.mark}>
      <line x1={6} x2={width - 6} y1={middle} y2={middle} className={classes.axis} />
      {guide === null ? null : (
        <line x1={at(guide)} x2={at(guide)} y1={2} y2={height - 2} className={classes.guide} />
      )}
      <line x1={at(interval.low)} x2={at(interval.high)} y1={middle} y2={middle} className={classes.range} />
      <circle cx={at(interval.value)} cy={middle} r={4.5} className={classes.dot} />
    </svg>
  );
}
