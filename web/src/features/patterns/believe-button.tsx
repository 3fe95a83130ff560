import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Contrast } from '../../api/generated/types.gen.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { useBelieve } from './use-believe.ts';

/** Says a pattern as a belief: later customers then test it by itself. */
export function BelieveButton({ id, contrast }: { readonly id: string; readonly contrast: Contrast }) {
  const { t } = useTranslation('patterns');
  const { mutate, isPending, isSuccess, error } = useBelieve();
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        loading={isPending}
        disabled={isSuccess}
        onClick={() => mutate({ pattern: id, contrast })}
      >
        {t('belief.sayThis')}
      </Button>
      <ProblemNote error={error} />
    </>
  );
}
