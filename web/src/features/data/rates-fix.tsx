import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRates } from './use-fix.ts';

/** Takes a file of dated rates, by which sums in other currencies are converted. */
export function RatesFix({ base }: { readonly base: string | null }) {
  const { t } = useTranslation('data');
  const input = useRef<HTMLInputElement>(null);
  const rates = useRates();
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        loading={rates.isPending}
        onClick={() => input.current?.click()}
      >
        {t('fix.rates', { base })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) rates.mutate({ file, base });
          target.value = '';
        }}
      />
    </>
  );
}
