import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Loads the sample into this workspace. */
export function SampleButton() {
  const { t } = useTranslation('start');
  return <Button variant="default">{t('welcome.sample.button')}</Button>;
}
