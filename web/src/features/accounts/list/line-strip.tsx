import type { AccountRow } from '../../../api/generated/types.gen.ts';
import classes from './marks.module.css';

/** How the fit lines come out, a stroke a line, as wide as its points: filled yes, hatched unknown, empty no. */
export function LineStrip({
  outcomes,
  lines,
}: {
  readonly outcomes: AccountRow['outcomes']['fit'];
  /** The lines with the points that they are worth. */
  readonly lines: readonly { readonly id: string; readonly points: number }[];
}) {
  return (
    <span className={classes.strip} aria-hidden="true">
      {lines.map(({ id, points }, i) => (
        <span
          key={id}
          className={classes.stroke}
          data-outcome={outcomes[i]}
          data-against={points < 0 || undefined}
          style={{ flexGrow: Math.max(Math.abs(points), 0.5) }}
        />
      ))}
    </span>
  );
}
