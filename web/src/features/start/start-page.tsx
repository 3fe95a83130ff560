import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../shared/api/index.ts';
import { PageHead } from '../../shared/ui/index.ts';

/** The first page. */
export function StartPage() {
  const { t } = useTranslation('common');
  const { name } = useWorkspace();
  return <PageHead title={t('home', { name })} />;
}
