import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { rangeWords, signed } from '../words/row-words.ts';
import { barsOf, type SumBar } from './bars-of.ts';
import classes from './fit-sum.module.css';
import type { SheetProps } from './sheet-props.ts';

/** The fit as a sum to add up by eye: each line starts where the one before ended; the cut-offs of the tiers cross it. */
export function FitSum({ account, list, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { sum, score, tiers } = account;
  const { bars, least, most } = barsOf(sum.fit, [tiers.A, tiers.C, score.fitMin, score.fitMax]);
  const at = (total: number) => `${(100 * (total - least)) / (most - least)}%`;
  if (list.lines.fit.length === 0) return <p className={classes.none}>{t('drawer.noLines')}</p>;
  return (
    <div className={classes.sum}>
      <ol className={classes.lines}>
        {bars.map((bar, i) => {
          const line = sum.fit[i]!;
          return (
            <li key={line.line} className={classes.line} data-outcome={line.outcome}>
              <span className={classes.label}>
                {lines.label(line.line)}
                <span className={classes.held}>{heldOf(line.outcome, line.held)}</span>
              </span>
              <span className={classes.track} aria-hidden="true">
                <Cuts tiers={tiers} at={at} />
                <Bar bar={bar} at={at} outcome={line.outcome} />
              </span>
              <span className={classes.points}>
                {line.outcome === 'yes' ? signed(line.points, format) : null}
                {line.outcome === 'unknown'
                  ? t('drawer.couldAdd', { points: signed(line.worth, format) })
                  : null}
                {line.outcome === 'no' ? '0' : null}
              </span>
            </li>
          );
        })}
      </ol>
      <div className={classes.total}>
        <span>{t('drawer.total')}</span>
        <span className={classes.track} aria-hidden="true">
          <Cuts tiers={tiers} at={at} named />
          <span
            className={classes.range}
            style={{ left: at(score.fitMin), width: `calc(${at(score.fitMax)} - ${at(score.fitMin)})` }}
          />
          <span className={classes.known} style={{ left: at(score.fit) }} />
        </span>
        <span className={classes.points}>
          {score.fitMin === score.fitMax
            ? score.fit
            : `${score.fit} (${rangeWords({ t, format }, score.fitMin, score.fitMax)})`}
        </span>
      </div>
    </div>
  );

  function heldOf(outcome: 'yes' | 'no' | 'unknown', held: string | null): string {
    if (held !== null) return held;
    return outcome === 'unknown' ? t('drawer.notKnown') : '';
  }
}

function Bar({
  bar,
  at,
  outcome,
}: {
  readonly bar: SumBar;
  readonly at: (total: number) => string;
  readonly outcome: string;
}) {
  return (
    <span
      className={classes.bar}
      data-outcome={outcome}
      data-against={bar.to < bar.from || undefined}
      style={{
        left: at(Math.min(bar.from, bar.to)),
        width: `max(2px, calc(${at(Math.max(bar.from, bar.to))} - ${at(Math.min(bar.from, bar.to))}))`,
      }}
    />
  );
}

function Cuts({
  tiers,
  at,
  named = false,
}: {
  readonly tiers: SheetProps['account']['tiers'];
  readonly at: (total: number) => string;
  readonly named?: boolean;
}) {
  return (['A', 'B', 'C'] as const).map((tier) => (
    <span key={tier} className={classes.cut} style={{ left: at(tiers[tier]) }}>
      {named ? <span className={classes.cutName}>{tier}</span> : null}
    </span>
  ));
}
