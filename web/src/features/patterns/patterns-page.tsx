import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/ui/index.ts';

/** The page. */
export function PatternsPage() {
  const { t } = useTranslation('common');
  return <PageHead title={t('nav.patterns')} />;
}
