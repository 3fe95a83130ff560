import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** The quiet shape of a page while its data come; nothing moves when they do. */
export function Loading() {
  const { t } = useTranslation('common');
  return (
    <div role="status" style={{ maxWidth: 1240, margin: '0 auto', minHeight: '60vh' }}>
      <span className="visually-hidden">{t('loading')}</span>
      <Skeleton height={28} width={220} mb="sm" />
      <Skeleton height={16} width="55%" mb="xl" />
      <Skeleton height={320} radius="lg" />
    </div>
  );
}
