import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QualityFinding } from '../../api/generated/types.gen.ts';
import classes from './data.module.css';
import { type FieldTable, useDecide } from './use-fix.ts';

type Action = Extract<NonNullable<QualityFinding['action']>, { kind: 'say-currency' }>;

/** Asks which currency sums are in that carry none. */
export function CurrencyFix({ action }: { readonly action: Action }) {
  const { t } = useTranslation('data');
  const [code, setCode] = useState(action.suggested ?? '');
  const { mutate, isPending } = useDecide(action.table as FieldTable, action.field);
  const isCode = /^[A-Za-z]{3}$/.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isCode) mutate({ currency: code.toUpperCase() });
  };
  return (
    <form className={classes.inline} onSubmit={submit}>
      <TextInput
        size="xs"
        w={76}
        maxLength={3}
        placeholder="EUR"
        aria-label={t('fix.currencyOf', { field: action.field })}
        value={code}
        onChange={({ target }) => setCode(target.value)}
      />
      <Button type="submit" variant="default" size="compact-sm" loading={isPending} disabled={!isCode}>
        {t('fix.currency')}
      </Button>
    </form>
  );
}
