import { useTranslation } from 'react-i18next';
import type { TotalCount } from '../../../../../src/stages/scorecard/outcomes/index.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { moveCut, type Tuning, tierAt } from '../card/preview.ts';
import { CutHandle } from './cut-handle.tsx';
import classes from './distribution.module.css';

const [width, height, floor] = [640, 132, 112];

interface ChartProps {
  readonly totals: readonly TotalCount[];
  readonly tuning: Tuning;
}

/** The scored accounts by their total, coloured by tier, with a handle on each cut-off. */
export function Distribution({
  totals,
  tuning,
  onCuts,
}: ChartProps & { readonly onCuts: (cuts: Tuning['cuts']) => void }) {
  const range = rangeOf(tuning.points, totals, tuning.cuts);
  return (
    <div className={classes.chart}>
      <Bars totals={totals} tuning={tuning} range={range} />
      {(['A', 'B', 'C'] as const).map((tier) => (
        <CutHandle
          key={tier}
          tier={tier}
          at={tuning.cuts[tier]}
          range={range}
          onMove={(to) => onCuts(moveCut(tuning.cuts, tier, to))}
        />
      ))}
    </div>
  );
}

function Bars({
  totals,
  tuning: { cuts },
  range: [least, most],
}: ChartProps & { readonly range: readonly [number, number] }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const steps = most - least + 1;
  const step = width / steps;
  const tallest = Math.max(...totals.map(({ accounts }) => accounts), 1);
  const x = (total: number) => (total - least) * step;
  // Counts differ by orders of magnitude: the root keeps the small ones in sight.
  const size = (accounts: number) =>
    Math.max((accounts / tallest) ** 0.5 * (floor - 18), accounts > 0 ? 1.5 : 0);
  const every = Math.ceil(steps / 24);
  const ticks = Array.from({ length: Math.ceil(steps / every) }, (_, i) => least + i * every);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('distribution.title')}
      className={classes.svg}
    >
      {totals.map(({ total, accounts }) => (
        <rect
          key={total}
          x={x(total) + step * 0.08}
          y={floor - size(accounts)}
          width={step * 0.84}
          height={size(accounts)}
          rx={Math.min(step * 0.15, 2)}
          className={classes.bar}
          data-tier={tierAt(total, cuts)}
        >
          <title>
            {t('distribution.bar', { total, count: accounts, accounts: format.number(accounts) })}
          </title>
        </rect>
      ))}
      <line x1="0" x2={width} y1={floor + 0.5} y2={floor + 0.5} className={classes.floor} />
      {ticks.map((total) => (
        <text key={total} x={x(total) + step / 2} y={floor + 15} className={classes.tick}>
          {format.number(total).replace('-', '−')}
        </text>
      ))}
    </svg>
  );
}

/** From the lowest to the highest total that there is or can be, and the cut-offs. */
function rangeOf(
  points: readonly number[],
  totals: readonly TotalCount[],
  cuts: Tuning['cuts'],
): readonly [number, number] {
  const sum = (some: (of: number) => number) => points.reduce((all, of) => all + some(of), 0);
  const found = totals.map(({ total }) => total);
  const least = Math.min(
    sum((of) => Math.min(of, 0)),
    cuts.C - 1,
    ...found,
  );
  return [
    least,
    Math.max(
      sum((of) => Math.max(of, 0)),
      cuts.A,
      ...found,
    ),
  ];
}
