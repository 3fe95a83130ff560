import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../shared/api/index.ts';
import { ButtonLink, Empty, PageHead } from '../../shared/ui/index.ts';
import { Board } from './board.tsx';

/** Who the best customers are, and how that changes with the weights. */
export function CustomersPage() {
  const { t } = useTranslation(['customers', 'common']);
  const { snapshot } = useWorkspace();
  if (snapshot !== null) return <Board />;
  return (
    <>
      <PageHead title={t('common:nav.customers')} lead={t('noData.lead')} />
      <Empty title={t('noData.title')} text={t('noData.text')}>
        <ButtonLink to="/data">{t('noData.button')}</ButtonLink>
      </Empty>
    </>
  );
}
