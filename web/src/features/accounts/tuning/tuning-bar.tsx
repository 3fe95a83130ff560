import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './tuning.module.css';
import { useRevision } from './use-revision.ts';
import type { TuningHandle } from './use-tuning.ts';

interface BarProps {
  readonly list: AccountList;
  readonly tuning: TuningHandle;
}

/** What the change comes to, and what to do with it: take it back, or keep it as a new version of the page. */
export function TuningBar({ list, tuning }: BarProps) {
  const { t } = useTranslation(['accounts', 'common']);
  const [why, setWhy] = useState('');
  const { heldOut, isSaving, save } = useRevision(list, tuning.after);
  return (
    <section className={classes.bar} aria-label={t('tuning.title')}>
      <Effect tuning={tuning} heldOut={heldOut} />
      <TextInput
        size="xs"
        aria-label={t('tuning.why')}
        placeholder={t('tuning.why')}
        value={why}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
      <Button size="compact-sm" variant="subtle" disabled={!tuning.canUndo} onClick={tuning.undo}>
        {t('common:undo')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={tuning.revert}>
        {t('tuning.revert')}
      </Button>
      <Button size="compact-sm" loading={isSaving} onClick={() => save(why)}>
        {t('tuning.save', { version: list.profile.version + 1 })}
      </Button>
    </section>
  );
}

function Effect({
  tuning: { preview },
  heldOut,
}: Pick<BarProps, 'tuning'> & { readonly heldOut: ReturnType<typeof useRevision>['heldOut'] }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const moved = preview?.moved ?? 0;
  const moves = preview?.moves.map(({ from, to, accounts }) => `${from} → ${to} ${format.number(accounts)}`);
  return (
    <p role="status">
      <strong>{t('tuning.moved', { count: moved, accounts: format.number(moved) })}</strong>{' '}
      <span className={classes.moves}>
        {moves?.join(' · ')}
        {heldOut === null || heldOut.after.auc === null
          ? null
          : ` · ${t('tuning.heldOut', {
              before: format.number(heldOut.before.auc ?? 0),
              after: format.number(heldOut.after.auc),
            })}`}
      </span>
    </p>
  );
}
