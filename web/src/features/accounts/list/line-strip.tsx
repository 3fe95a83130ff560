import type { AccountRow } from '../../../api/generated/types.gen.ts';
import classes from './marks.module.css';

/** How the fit lines come out, a stroke a line, as wide as its points: filled yes, hatched unknown, empty no. */
export function LineStrip({
  outcomes,
  points,
}: {
  readonly outcomes: AccountRow['outcomes']['fit'];
  readonly points: readonly number[];
}) {
  return (
    <span className={classes.strip} aria-hidden="true">
      {points.map((of, i) => (
        <span
          key={i}
          className={classes.stroke}
          data-outcome={outcomes[i]}
          data-against={of < 0 || undefined}
          style={{ flexGrow: Math.max(Math.abs(of), 0.5) }}
        />
      ))}
    </span>
  );
}
