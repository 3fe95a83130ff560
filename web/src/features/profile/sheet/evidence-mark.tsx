import type { Evidence } from '../../../api/generated/types.gen.ts';
import classes from './sheet.module.css';

const width = 100;
const middle = 8;

const share = ({ n, of }: { readonly n: number; readonly of: number }) => (of === 0 ? 0 : n / of);

/** Share of the best with its 90% interval as a dot and a bar, share of the others as a hollow dot, from 0 to 100%. */
export function EvidenceMark({ evidence, label }: { readonly evidence: Evidence; readonly label: string }) {
  const { best, rest, interval, verdict } = evidence;
  const all = share({ n: best.n + rest.n, of: best.of + rest.of });
  const [low, high] = interval.map((times) => Math.min(1, times * all) * width) as [number, number];
  return (
    <svg
      className={classes.mark}
      data-verdict={verdict}
      viewBox={`-4 0 ${width + 8} ${2 * middle}`}
      role="img"
      aria-label={label}
    >
      <path className={classes.axis} d={`M0 ${middle}H${width}`} />
      <path className={classes.interval} d={`M${low} ${middle}H${high}`} />
      <circle className={classes.rest} cx={share(rest) * width} cy={middle} r="3.1" />
      <circle className={classes.best} cx={share(best) * width} cy={middle} r="4" />
    </svg>
  );
}
