import { useTranslation } from 'react-i18next';
import type { Unknowns } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './scorecard.module.css';
import { ScrollBox } from './scroll-box.tsx';

/** Which field to fill in first: what is unknown, and how many tiers knowing it would settle. */
export function WorthKnowing({ unknowns }: { readonly unknowns: Unknowns }) {
  const { t } = useTranslation('scorecard');
  const format = useFormat();
  const { worthKnowing, robustness } = unknowns;
  if (worthKnowing.length === 0) return null;
  const { missingFields } = robustness;
  const stay = missingFields.survival.share;
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>
        <Term name="unknown">{t('worth.title')}</Term>
      </h2>
      <p className={classes.text}>{t('worth.text')}</p>
      <ScrollBox label={t('worth.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('worth.field')}</th>
              <th scope="col" className={classes.number}>
                {t('worth.unknown')}
              </th>
              <th scope="col" className={classes.number}>
                {t('worth.depends')}
              </th>
              <th scope="col" className={classes.number}>
                {t('worth.settles')}
              </th>
            </tr>
          </thead>
          <tbody>
            {worthKnowing.map(({ subject, unknown, depends, settles }) => (
              <tr key={subject}>
                <th scope="row">{subject}</th>
                <td className={classes.number}>{format.number(unknown)}</td>
                <td className={classes.number}>{format.number(depends)}</td>
                <td className={classes.number}>{format.number(settles)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {stay === null ? null : (
        <p className={classes.footer}>
          {t('worth.robust', { missing: format.share(missingFields.share), stay: format.share(stay) })}
        </p>
      )}
    </section>
  );
}
