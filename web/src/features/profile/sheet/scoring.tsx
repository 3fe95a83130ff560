import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { Term } from '../../../shared/ui/index.ts';
import { EditWords } from '../inline/edit-words.tsx';
import type { SheetModel } from '../model/sheet-model.ts';
import classes from './sheet.module.css';

/** How accounts are ranked: tiers with what to do and how many they are, timing, order of the queue. */
export function Scoring({ model }: { readonly model: SheetModel }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { profile, counts, attainable } = model;
  const { tiers, timingTiers, queueBy } = profile;
  const rows = [
    { tier: 'A', from: t('scoring.from', { points: tiers.A }), play: t('scoring.playA') },
    { tier: 'B', from: t('scoring.from', { points: tiers.B }), play: t('scoring.playB') },
    { tier: 'C', from: t('scoring.from', { points: tiers.C }), play: t('scoring.playB') },
    { tier: 'D', from: t('scoring.under', { points: tiers.C }), play: t('scoring.playD') },
  ] as const;
  const notes = [
    t('scoring.timing', { hot: format.number(timingTiers.hot), warm: format.number(timingTiers.warm) }),
    t('scoring.queue', { order: t(queueBy[0] === 'timing' ? 'scoring.timingFirst' : 'scoring.tierFirst') }),
    counts === null
      ? null
      : t('scoring.left', {
          disqualified: format.number(counts.disqualified),
          outside: format.number(counts.outsideMarket),
        }),
  ];
  return (
    <section>
      <h3 className={classes.heading}>
        <Term name="points">{t('scoring.title')}</Term> <span>{t('scoring.of', { count: attainable })}</span>
      </h3>
      <table className={classes.tiers}>
        <tbody>
          {rows.map(({ tier, from, play }) => (
            <tr key={tier}>
              <th scope="row">{tier}</th>
              <td>
                <EditWords target={{ part: 'tiers', at: 0 }}>{from}</EditWords> <small>{play}</small>
              </td>
              {counts === null ? null : (
                <td className={classes.count}>{format.number(counts.tiers[tier])}</td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.notes}>{notes.filter((note) => note !== null).join('. ')}.</p>
    </section>
  );
}
