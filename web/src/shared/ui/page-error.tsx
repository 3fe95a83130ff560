import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Empty } from './empty.tsx';
import { useProblemWords } from './use-problem-words.ts';

/** What went wrong, what to do, and a way to try again. */
export function PageError({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  const { t } = useTranslation('common');
  const client = useQueryClient();
  const router = useRouter();
  const { message, remedy } = useProblemWords()(error);
  const retry = () => {
    void client.resetQueries().then(() => router.invalidate());
    reset?.();
  };
  return (
    <Empty title={message} text={remedy}>
      <Button onClick={retry}>{t('tryAgain')}</Button>
    </Empty>
  );
}
