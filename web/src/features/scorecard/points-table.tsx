import { useTranslation } from 'react-i18next';
import type { LearnedScorecard } from '../../api/generated/types.gen.ts';
import { useFormat, useSpeech } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import { conditionWords } from '../../shared/words/index.ts';
import classes from './scorecard.module.css';
import { ScrollBox } from './scroll-box.tsx';

/** The learned card, line by line: points to add up, the rubric's beside them, and what speaks for each. */
export function PointsTable({ learned }: { readonly learned: LearnedScorecard }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const speech = useSpeech();
  const share = ({ positives, of }: { positives: number; of: number }) =>
    of === 0
      ? '–'
      : t('shareOf', {
          share: format.share(positives / of),
          n: format.number(positives),
          of: format.number(of),
        });
  if (learned.lines.length === 0) return <p className={classes.text}>{t('lines.none')}</p>;
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{t('lines.title')}</h2>
      <ScrollBox label={t('lines.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('lines.trait')}</th>
              <th scope="col" className={classes.number}>
                <Term name="points">{t('lines.points')}</Term>
              </th>
              <th scope="col" className={classes.number}>
                {t('lines.rubric')}
              </th>
              <th scope="col" className={classes.number}>
                {t('lines.with')}
              </th>
              <th scope="col" className={classes.number}>
                {t('lines.without')}
              </th>
              <th scope="col" className={classes.number}>
                <Term name="unknown">{t('lines.unknown')}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {learned.lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{conditionWords(speech, line.condition)}</th>
                <td className={classes.number}>
                  <b>{signed(line.points)}</b>
                </td>
                <td className={classes.number}>{line.rubric === line.points ? '' : signed(line.rubric)}</td>
                <td className={classes.number}>{share(line.yes)}</td>
                <td className={classes.number}>{share(line.no)}</td>
                <td className={classes.number}>{line.unknown === 0 ? '' : format.number(line.unknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={classes.footer}>{t('lines.tiers', learned.tiers)}</p>
    </section>
  );
}

function signed(points: number): string {
  return points > 0 ? `+${points}` : String(points).replace('-', '−');
}
