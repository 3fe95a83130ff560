import { Autocomplete, Group, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Condition, Vocabulary } from '../../../api/generated/types.gen.ts';
import { DurationInput } from './duration-input.tsx';

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

interface Inputs {
  readonly condition: Condition;
  readonly vocabulary: Vocabulary;
  readonly onChange: (condition: Condition) => void;
}

/** A tool by its kind, or by its name. */
export function ToolInputs({ condition, vocabulary, onChange }: Inputs) {
  const { t } = useTranslation('profile');
  if (condition.op !== 'uses' && condition.op !== 'lacks') return null;
  const { tool } = condition;
  const change = (part: Partial<typeof tool>) => onChange({ ...condition, tool: { ...tool, ...part } });
  const orNull = (text: string) => (text.trim() === '' ? null : text);
  return (
    <Group grow align="start">
      <Autocomplete
        label={t('edit.category')}
        data={[...vocabulary.categories]}
        value={tool.category ?? ''}
        onChange={(text) => change({ category: orNull(text) })}
      />
      <Autocomplete
        label={t('edit.technology')}
        data={[...vocabulary.technologies]}
        value={tool.technology ?? ''}
        onChange={(text) => change({ technology: orNull(text) })}
      />
    </Group>
  );
}

/** An event: what happened, what it is about, how recent. */
export function EventInputs({ condition, vocabulary, onChange }: Inputs) {
  const { t } = useTranslation(['profile', 'conditions']);
  if (condition.op !== 'signal') return null;
  const { signal } = condition;
  const change = (part: Partial<typeof signal>) => onChange({ ...condition, signal: { ...signal, ...part } });
  return (
    <>
      <Group grow align="start">
        <Select
          label={t('edit.event')}
          allowDeselect={false}
          data={kinds.map((kind) => ({ value: kind, label: t(`conditions:signal.${kind}.event`) }))}
          value={signal.kind}
          onChange={(kind) => change({ kind: kind ?? 'hired' })}
        />
        <Autocomplete
          label={t('edit.subject')}
          placeholder={t('edit.anything')}
          data={[...vocabulary.abouts]}
          value={signal.about ?? ''}
          onChange={(text) => change({ about: text.trim() === '' ? null : text })}
        />
      </Group>
      {signal.within === null ? null : (
        <DurationInput
          label={t('edit.within')}
          value={signal.within}
          onChange={(within) => change({ within })}
        />
      )}
    </>
  );
}
