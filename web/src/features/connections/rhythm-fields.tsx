import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import type { Rhythm } from './cron-of.ts';
import { weekdayName } from './weekday-name.ts';

/** Monday first. */
const days = [1, 2, 3, 4, 5, 6, 0];

interface RhythmFieldsProps {
  readonly rhythm: Rhythm;
  readonly onChange: (rhythm: Rhythm) => void;
}

/** The time, the day, or the expression of a rhythm. */
export function RhythmFields({ rhythm, onChange }: RhythmFieldsProps) {
  const { t } = useTranslation('connections');
  const { language } = useFormat();
  if (rhythm.kind === 'cron')
    return (
      <TextInput
        label={t('schedule.cron')}
        description={t('schedule.cronHint')}
        required
        value={rhythm.cron}
        spellCheck={false}
        onChange={({ target }) => onChange({ kind: 'cron', cron: target.value })}
      />
    );
  if (!('time' in rhythm)) return null;
  return (
    <>
      {rhythm.kind === 'weekly' ? (
        <NativeSelect
          label={t('schedule.day')}
          value={String(rhythm.day)}
          onChange={({ target }) => onChange({ ...rhythm, day: Number(target.value) })}
          data={days.map((day) => ({ value: String(day), label: weekdayName(language, day) }))}
        />
      ) : null}
      <TextInput
        type="time"
        label={t('schedule.time')}
        required
        value={rhythm.time}
        onChange={({ target }) => onChange({ ...rhythm, time: target.value })}
      />
    </>
  );
}
