import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/ui/index.ts';

/** The page. */
export function AccountsPage() {
  const { t } = useTranslation('common');
  return <PageHead title={t('nav.accounts')} />;
}
