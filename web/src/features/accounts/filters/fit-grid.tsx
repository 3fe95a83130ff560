import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { Term } from '../../../shared/ui/index.ts';
import type { AccountsSearch } from '../search.ts';
import classes from './fit-grid.module.css';

const tiers = ['A', 'B', 'C', 'D'] as const;
const timings = ['hot', 'warm', 'cold', 'unknown'] as const;

type Tier = (typeof tiers)[number];
type Timing = (typeof timings)[number];
type Chosen = Pick<AccountsSearch, 'tier' | 'timing'>;
type Choose = (tier: Tier | null, timing: Timing | null) => void;

/** How many ranked accounts each pair of tier and timing class holds. */
export type GridCounts = readonly {
  readonly tier: Tier;
  readonly timing: Timing;
  readonly accounts: number;
}[];

interface GridProps {
  readonly counts: GridCounts;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: { [K in keyof Chosen]: Chosen[K] | undefined }) => void;
}

/** Fit and timing as two axes: each cell, row and column is a filter. */
export function FitGrid({ counts, chosen, onChoose }: GridProps) {
  const { t } = useTranslation('accounts');
  const choose: Choose = (tier, timing) => {
    const next = {
      tier: tier === null ? undefined : [tier],
      timing: timing === null ? undefined : [timing],
    };
    onChoose(isSame(next, chosen) ? { tier: undefined, timing: undefined } : next);
  };
  return (
    <table className={classes.grid}>
      <caption className="visually-hidden">{t('grid.title')}</caption>
      <thead>
        <tr>
          <td className={classes.corner}>
            <Term name="fit">{t('grid.fit')}</Term> × <Term name="timing">{t('grid.timing')}</Term>
          </td>
          {timings.map((timing) => (
            <th key={timing} scope="col">
              <button type="button" className={classes.label} onClick={() => choose(null, timing)}>
                {t(`timing.${timing}`)}
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tiers.map((tier) => (
          <tr key={tier}>
            <th scope="row">
              <button type="button" className={classes.label} onClick={() => choose(tier, null)}>
                {tier}
              </button>
            </th>
            {timings.map((timing) => (
              <td key={timing}>
                <Cell tier={tier} timing={timing} counts={counts} chosen={chosen} choose={choose} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({
  tier,
  timing,
  counts,
  chosen,
  choose,
}: Pick<GridProps, 'counts' | 'chosen'> & {
  readonly tier: Tier;
  readonly timing: Timing;
  readonly choose: Choose;
}) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const count = counts.find((of) => of.tier === tier && of.timing === timing)?.accounts ?? 0;
  const most = Math.max(...counts.map(({ accounts }) => accounts), 1);
  const isIn = (chosen.tier?.includes(tier) ?? true) && (chosen.timing?.includes(timing) ?? true);
  const hasAny = chosen.tier !== undefined || chosen.timing !== undefined;
  return (
    <button
      type="button"
      className={classes.cell}
      aria-pressed={hasAny && isIn}
      data-dim={!isIn || undefined}
      data-best={(tier === 'A' && timing === 'hot') || undefined}
      aria-label={t('grid.cell', { tier, timing: t(`timing.${timing}`), count })}
      style={{ '--share': shade(count, most) } as CSSProperties}
      onClick={() => choose(tier, timing)}
    >
      {format.number(count)}
    </button>
  );
}

/** Counts differ by orders of magnitude: the shade goes by their logarithm, in percent. */
function shade(accounts: number, most: number): string {
  return `${accounts === 0 ? 0 : Math.round(8 + (52 * Math.log1p(accounts)) / Math.log1p(most))}%`;
}

function isSame(one: { [K in keyof Chosen]: Chosen[K] | undefined }, other: Chosen): boolean {
  return one.tier?.join() === other.tier?.join() && one.timing?.join() === other.timing?.join();
}
