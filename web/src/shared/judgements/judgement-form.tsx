import { Button, Group, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostJudgementData } from '../../api/generated/types.gen.ts';
import { ProblemNote } from '../ui/index.ts';
import classes from './judgements.module.css';

type Words = Pick<PostJudgementData['body'], 'team' | 'kind' | 'reason'>;

interface FormProps {
  /** What may be said, the likeliest first. */
  readonly kinds: readonly Words['kind'][];
  /** What it does, and does not do. */
  readonly note: string;
  readonly error: Error | null;
  readonly isSaving: boolean;
  readonly onSave: (words: Words) => void;
  readonly onCancel: () => void;
}

const teams = ['sales', 'support', 'product', 'marketing'] as const;

/** Asks who says what, and why. */
export function JudgementForm({ kinds, note, error, isSaving, onSave, onCancel }: FormProps) {
  const { t } = useTranslation(['judgements', 'common']);
  const [kind, setKind] = useState<Words['kind']>(kinds[0]!);
  const [team, setTeam] = useState<Words['team']>('sales');
  const [reason, setReason] = useState('');
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ kind, team, reason });
      }}
    >
      <Group grow align="start">
        <Select
          label={t('what')}
          data={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          value={kind}
          onChange={(value) => setKind((value ?? kinds[0]) as Words['kind'])}
          allowDeselect={false}
        />
        <Select
          label={t('who')}
          data={teams.map((value) => ({ value, label: t(`team.${value}`) }))}
          value={team}
          onChange={(value) => setTeam((value ?? 'sales') as Words['team'])}
          allowDeselect={false}
        />
      </Group>
      <Textarea
        label={t('why')}
        placeholder={t('whyExample')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        autosize
        minRows={2}
        required
        withAsterisk={false}
      />
      <p className={classes.note}>{note}</p>
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={isSaving} disabled={reason.trim() === ''}>
          {t('common:save')}
        </Button>
        <Button size="compact-md" variant="subtle" color="gray" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </Group>
      <ProblemNote error={error} />
    </form>
  );
}
