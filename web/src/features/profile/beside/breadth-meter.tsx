import { useTranslation } from 'react-i18next';
import type { PageBreadth } from '../../../api/generated/types.gen.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { Term } from '../../../shared/ui/index.ts';
import classes from './beside.module.css';

const width = 240;
const height = 120;
const left = 30;
const bottom = 18;

/** Reach (share of the market in tiers A and B) against the share of best to expect there, with each total as a step. */
export function BreadthMeter({ breadth }: { readonly breadth: PageBreadth }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { now, capacity } = breadth;
  const words = t('breadth.now', {
    n: format.number(now.reach.n),
    of: format.number(now.reach.of),
    share: format.share(reachOf(now)),
    rate: format.share(now.rate.share),
    low: format.share(now.rate.interval[0]),
    high: format.share(now.rate.interval[1]),
  });
  return (
    <section>
      <h2 className={classes.heading}>
        <Term name="breadth">{t('breadth.title')}</Term>
      </h2>
      <Chart breadth={breadth} label={words} />
      <p className={classes.quiet}>
        {words} {t('breadth.capacity', { count: capacity })}
      </p>
    </section>
  );
}

function reachOf({ reach }: Pick<PageBreadth['now'], 'reach'>): number {
  return reach.of === 0 ? 0 : reach.n / reach.of;
}

function Chart({ breadth, label }: { readonly breadth: PageBreadth; readonly label: string }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { now, totals } = breadth;
  const known = totals.filter(({ rate }) => rate.of > 0);
  const highest = Math.max(0.1, ...known.map(({ rate }) => rate.share), now.rate.interval[1]);
  const top = Math.min(1, highest * 1.05);
  const x = (share: number) => left + share * (width - left - 6);
  const y = (share: number) => height - bottom - (Math.min(share, top) / top) * (height - bottom - 8);
  const way = known
    .map((total) => `${x(reachOf(total)).toFixed(1)},${y(total.rate.share).toFixed(1)}`)
    .join(' ');
  const [low, high] = now.rate.interval;
  return (
    <svg className={classes.meter} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className={classes.grid} d={`M${left} 4V${height - bottom}H${width - 6}`} fill="none" />
      <text x={left - 4} y={y(top) + 4} textAnchor="end">
        {format.share(top)}
      </text>
      <text x={left - 4} y={height - bottom} textAnchor="end">
        0
      </text>
      <text x={width - 6} y={height - 6} textAnchor="end">
        {t('breadth.reach')}
      </text>
      <polyline className={classes.way} points={way} />
      {known.map((total) => (
        <circle
          key={total.total}
          className={classes.total}
          cx={x(reachOf(total))}
          cy={y(total.rate.share)}
          r="2.2"
        />
      ))}
      <path className={classes.interval} d={`M${x(reachOf(now))} ${y(low)}V${y(high)}`} />
      <circle className={classes.now} cx={x(reachOf(now))} cy={y(now.rate.share)} r="4.2" />
    </svg>
  );
}
