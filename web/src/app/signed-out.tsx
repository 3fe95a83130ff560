import { Code } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../shared/ui/index.ts';

/** This browser was not let in: how to get a link. */
export function SignedOut() {
  const { t } = useTranslation('common');
  return (
    <main id="content">
      <Empty title={t('signedOut.title')} text={t('signedOut.text')}>
        <Code block>bestfit serve</Code>
      </Empty>
    </main>
  );
}
