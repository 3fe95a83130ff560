import { useTranslation } from 'react-i18next';
import type { LearnedScorecard } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import { IntervalMark } from './interval-mark.tsx';
import classes from './scorecard.module.css';
import { ScrollBox } from './scroll-box.tsx';

/** Held-out units from which a total is shown. */
const seen = 0.5;

/** What each total is worth: its chance of the outcome with the interval. */
export function Chances({ learned }: { readonly learned: LearnedScorecard }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const rows = learned.chances.filter(({ n }) => n >= seen).toReversed();
  if (rows.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>
        <Term name="chance">{t('chances.title')}</Term>
      </h2>
      <ScrollBox label={t('chances.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col" className={classes.number}>
                {t('chances.total')}
              </th>
              <th scope="col">{t(`chances.${learned.contrast}`)}</th>
              <th scope="col" className={classes.number}>
                {t('chances.n')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ total, n, rate, low, high }) => {
              const words = { value: format.share(rate), low: format.share(low), high: format.share(high) };
              return (
                <tr key={total}>
                  <th scope="row" className={classes.number}>
                    {total}
                  </th>
                  <td>
                    <div className={classes.marked}>
                      <IntervalMark
                        interval={{ value: rate, low, high }}
                        from={0}
                        to={1}
                        guide={null}
                        label={t('interval', words)}
                      />
                      <span className={classes.figure}>
                        {words.value} <span className={classes.faint}>{t('range', words)}</span>
                      </span>
                    </div>
                  </td>
                  <td className={classes.number}>{format.number(Math.round(n))}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
