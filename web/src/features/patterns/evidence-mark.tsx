import type { Pattern } from '../../api/generated/types.gen.ts';
import classes from './evidence.module.css';
import { markOf } from './mark-of.ts';

/** Best against rest on the common axis: a dot with its interval for the best, a ring for the rest. */
export function EvidenceMark({ pattern, label }: { readonly pattern: Pattern; readonly label: string }) {
  const { best, rest, low, high } = markOf(pattern);
  const at = (share: number) => `${100 * share}%`;
  return (
    <svg className={classes.mark} role="img" aria-label={label} data-direction={pattern.direction}>
      <line x1="0" x2="100%" y1="50%" y2="50%" className={classes.axis} />
      <line x1={at(rest)} x2={at(best)} y1="50%" y2="50%" className={classes.between} />
      <line x1={at(low)} x2={at(high)} y1="50%" y2="50%" className={classes.interval} />
      <circle cx={at(rest)} cy="50%" r="4.5" className={classes.rest} />
      <circle cx={at(best)} cy="50%" r="5.5" className={classes.best} />
    </svg>
  );
}
