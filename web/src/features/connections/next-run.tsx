import { useTranslation } from 'react-i18next';
import type { ConnectionSchedule } from '../../api/generated/types.gen.ts';
import classes from './connections.module.css';
import { useRhythmWords } from './use-rhythm-words.ts';

/** When the next sync comes by itself. */
export function NextRun({ schedule }: { readonly schedule: ConnectionSchedule | null }) {
  const { t } = useTranslation('connections');
  const words = useRhythmWords();
  return (
    <p className={classes.soft}>
      {schedule === null ? t('schedule.none') : t('schedule.comes', { when: words(schedule.cron) })}
    </p>
  );
}
