import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../shared/api/index.ts';
import { ButtonLink, Empty, PageHead } from '../../shared/ui/index.ts';
import { Patterns } from './patterns.tsx';

/** What the best share, and what chance alone would give. */
export function PatternsPage() {
  const { t } = useTranslation(['patterns', 'common']);
  const { snapshot } = useWorkspace();
  if (snapshot !== null) return <Patterns />;
  return (
    <>
      <PageHead title={t('common:nav.patterns')} lead={t('noData.lead')} />
      <Empty title={t('noData.title')} text={t('noData.text')}>
        <ButtonLink to="/data">{t('noData.button')}</ButtonLink>
      </Empty>
    </>
  );
}
