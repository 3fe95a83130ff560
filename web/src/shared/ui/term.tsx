import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A word of the field with its meaning on hover and focus, from the one glossary. */
export function Term({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('glossary');
  return (
    <Tooltip label={t(name)}>
      <button type="button" data-term={name}>
        {children}
      </button>
    </Tooltip>
  );
}
