import { useTranslation } from 'react-i18next';
import { ButtonLink, Empty } from '../shared/ui/index.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation('common');
  return (
    <Empty title={t('notFound.title')} text={t('notFound.text')}>
      <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
    </Empty>
  );
}
