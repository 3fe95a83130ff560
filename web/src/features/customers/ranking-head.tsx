import { useTranslation } from 'react-i18next';
import type { ComponentName } from '../../api/generated/types.gen.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './ranking.module.css';

/** The names of the columns: place, customer, value, and each component that counts. */
export function RankingHead({ names }: { readonly names: readonly ComponentName[] }) {
  const { t } = useTranslation('customers');
  return (
    <thead>
      <tr className={classes.head}>
        <th scope="col" className={classes.rank}>
          {t('ranking.rank')}
        </th>
        <th scope="col">{t('ranking.customer')}</th>
        <th scope="col">
          <Term name="value">{t('ranking.value')}</Term>
        </th>
        {names.map((name) => (
          <th scope="col" key={name} className={classes.component}>
            {t(`component.${name}`)}
          </th>
        ))}
        <th scope="col" className={classes.holds} title={t('ranking.holdsHelp')}>
          {t('ranking.holds')}
        </th>
      </tr>
    </thead>
  );
}
