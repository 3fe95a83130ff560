import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../api/generated/types.gen.ts';
import { JudgementForm, SaidList, useJudgements } from '../../shared/judgements/index.ts';
import { Term } from '../../shared/ui/index.ts';
import classes from './facts.module.css';

const kinds = [
  'should-not-count',
  'should-count',
  'easy-to-serve',
  'hard-to-serve',
  'saw-value-at-once',
  'renews-without-discussion',
  'note',
] as const;

/** What people say of a customer: whether it should count, and why. It changes no figure, and says so. */
export function Judgements({
  account,
  said,
}: {
  readonly account: string;
  readonly said: readonly Judgement[];
}) {
  const { t } = useTranslation('customers');
  const [isOpen, setOpen] = useState(false);
  const judgements = useJudgements();
  return (
    <section>
      <h3 className={classes.title}>
        <Term name="judgement">{t('said.title')}</Term>
      </h3>
      <SaidList said={said} onTakeBack={judgements.takeBack} />
      {isOpen ? (
        <JudgementForm
          kinds={kinds}
          note={t('said.note')}
          error={judgements.error}
          isSaving={judgements.isSaving}
          onCancel={() => setOpen(false)}
          onSave={(words) => judgements.say({ account, ...words }, () => setOpen(false))}
        />
      ) : (
        <Button size="compact-md" variant="default" onClick={() => setOpen(true)}>
          {t('said.add')}
        </Button>
      )}
    </section>
  );
}
