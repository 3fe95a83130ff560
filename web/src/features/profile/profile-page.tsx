import { useTranslation } from 'react-i18next';
import { PageHead } from '../../shared/ui/index.ts';

/** The page. */
export function ProfilePage() {
  const { t } = useTranslation('common');
  return <PageHead title={t('nav.profile')} />;
}
