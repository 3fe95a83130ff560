import { useTranslation } from 'react-i18next';
import type { Interval, LearnedScorecard } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import { IntervalMark } from './interval-mark.tsx';
import classes from './scorecard.module.css';
import { ScrollBox } from './scroll-box.tsx';

const rivals = ['card', 'rubric', 'single'] as const;

/** Whether the points hold on customers that they were not learned from: a verdict in words, and the figures beside it. */
export function HeldOut({ learned }: { readonly learned: LearnedScorecard }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { verdict, random, forward, unit, customers, folds, repeats, seed, snapshot } = learned;
  const counted = { count: customers.n, shown: format.number(customers.n) };
  return (
    <section className={classes.section}>
      <div className={classes.verdict} data-verdict={verdict}>
        <h2 className={classes.verdictTitle}>{t(`verdict.${verdict}.title`)}</h2>
        <p className={classes.text}>{t(`verdict.${verdict}.text`, counted)}</p>
      </div>
      <h2 className={classes.title}>
        {t('heldOut.title')} <Term name="heldOut">{t('heldOut.term')}</Term>
      </h2>
      <p className={classes.text}>{t('heldOut.text')}</p>
      <ScrollBox label={t('heldOut.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('heldOut.by')}</th>
              <th scope="col">{t('heldOut.random', { n: format.number(random.n) })}</th>
              <th scope="col">
                {forward === null
                  ? t('heldOut.noForward')
                  : t('heldOut.forward', { n: format.number(forward.n) })}
              </th>
            </tr>
          </thead>
          <tbody>
            {rivals.map((rival) => (
              <tr key={rival}>
                <th scope="row">{t(`heldOut.${rival}`)}</th>
                <td>
                  <Auc interval={random[rival]} />
                </td>
                <td>{forward === null ? null : <Auc interval={forward[rival]} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={classes.footer}>
        {t('heldOut.footer', {
          units: t(`units.${unit}`, counted),
          repeats,
          folds,
          seed,
          snapshot,
        })}
      </p>
    </section>
  );
}

function Auc({ interval }: { readonly interval: Interval }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const [value, low, high] = [interval.value, interval.low, interval.high].map((end) => format.number(end));
  return (
    <div className={classes.marked}>
      <IntervalMark
        interval={interval}
        from={0.3}
        to={1}
        guide={0.5}
        label={t('interval', { value, low, high })}
      />
      <span className={classes.figure}>
        {value} <span className={classes.faint}>{t('range', { low, high })}</span>
      </span>
    </div>
  );
}
