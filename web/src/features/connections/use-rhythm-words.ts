import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import { rhythmOf } from './cron-of.ts';
import { weekdayName } from './weekday-name.ts';

/** A cron expression in words, where it is a simple one: `on weekdays at 07:30`. */
export function useRhythmWords(): (cron: string) => string {
  const { t } = useTranslation('connections');
  const { language } = useFormat();
  return (cron) => {
    const rhythm = rhythmOf(cron);
    if (rhythm.kind !== 'weekly') return t(`schedule.says.${rhythm.kind}`, { ...rhythm, cron });
    return t('schedule.says.weekly', { time: rhythm.time, day: weekdayName(language, rhythm.day) });
  };
}
