import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { JudgementForm, SaidList, useJudgements } from '../../../shared/judgements/index.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

const kinds = ['note', 'should-count', 'should-not-count', 'easy-to-serve', 'hard-to-serve'] as const;

/** What people said of the account; it stands beside the figures and changes none. */
export function Said({ account: { account, judgements: said } }: SheetProps) {
  const { t } = useTranslation('accounts');
  const [isOpen, setOpen] = useState(false);
  const judgements = useJudgements();
  return (
    <div className={classes.said}>
      <SaidList said={said} onTakeBack={judgements.takeBack} />
      {isOpen ? (
        <JudgementForm
          kinds={kinds}
          note={t('drawer.saidNote')}
          error={judgements.error}
          isSaving={judgements.isSaving}
          onCancel={() => setOpen(false)}
          onSave={(words) => judgements.say({ account: account.id, ...words }, () => setOpen(false))}
        />
      ) : (
        <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
          {t('drawer.say')}
        </Button>
      )}
    </div>
  );
}
