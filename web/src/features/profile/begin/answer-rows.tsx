import { ActionIcon, Button, CloseIcon, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { replaceAt } from '../draft/replace-at.ts';
import type { AnswerForm, Exclusion } from './answers.ts';
import classes from './ten-questions.module.css';

const kinds = [
  'hired',
  'job_posted',
  'headcount_growth',
  'funding_round',
  'location_opened',
  'technology_adopted',
  'technology_dropped',
  'leadership_change',
  'custom',
] as const;
const mostEvents = 3;

/** Up to three events that announce a need. */
export function EventRows({
  events,
  onChange,
}: {
  readonly events: AnswerForm['events'];
  readonly onChange: (events: AnswerForm['events']) => void;
}) {
  const { t } = useTranslation(['profile', 'conditions']);
  return (
    <div className={classes.rows}>
      {events.map(({ kind, about }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and keep their order.
        <div key={at} className={classes.row}>
          <Select
            label={t('edit.event')}
            allowDeselect={false}
            data={kinds.map((each) => ({ value: each, label: t(`conditions:signal.${each}.event`) }))}
            value={kind}
            onChange={(next) => onChange(replaceAt(events, at, { kind: next ?? 'hired', about }))}
          />
          <TextInput
            label={t('edit.subject')}
            placeholder={t('edit.anything')}
            value={about}
            onChange={({ currentTarget: { value } }) =>
              onChange(replaceAt(events, at, { kind, about: value }))
            }
          />
          <Remove onClick={() => onChange(replaceAt(events, at, null))} />
        </div>
      ))}
      {events.length < mostEvents ? (
        <Button variant="default" onClick={() => onChange([...events, { kind: 'hired', about: '' }])}>
          {t('questions.addEvent')}
        </Button>
      ) : null}
    </div>
  );
}

/** Whom nobody should work on, each with its reason. */
export function ExclusionRows({
  exclusions,
  onChange,
}: {
  readonly exclusions: readonly Exclusion[];
  readonly onChange: (exclusions: readonly Exclusion[]) => void;
}) {
  const { t } = useTranslation('profile');
  const set = (at: number, row: Exclusion) => onChange(replaceAt(exclusions, at, row));
  return (
    <div className={classes.rows}>
      {exclusions.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and keep their order.
        <div key={at} className={`${classes.row} ${classes.wide}`}>
          <Select
            label={t('questions.field.exclusionBy')}
            allowDeselect={false}
            data={(['industry', 'size', 'tool'] as const).map((kind) => ({
              value: kind,
              label: t(`questions.exclusion.${kind}`),
            }))}
            value={row.kind}
            onChange={(kind) => set(at, { ...row, kind: kind as Exclusion['kind'] })}
          />
          <TextInput
            label={t(`questions.field.what.${row.kind}`)}
            value={row.what}
            onChange={({ currentTarget: { value } }) => set(at, { ...row, what: value })}
          />
          <TextInput
            label={t('edit.because')}
            value={row.because}
            onChange={({ currentTarget: { value } }) => set(at, { ...row, because: value })}
          />
          <Remove onClick={() => onChange(replaceAt(exclusions, at, null))} />
        </div>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...exclusions, { kind: 'industry', what: '', because: '' }])}
      >
        {t('questions.addExclusion')}
      </Button>
    </div>
  );
}

function Remove({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('profile');
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('edit.remove')} onClick={onClick}>
      <CloseIcon size="1rem" />
    </ActionIcon>
  );
}
