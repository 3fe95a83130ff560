import { useTranslation } from 'react-i18next';
import type { ConnectionSummary } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';
import { useRhythmWords } from './use-rhythm-words.ts';

/** When the next sync comes by itself. */
export function NextRun({ connection: { choices, nextSync } }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const words = useRhythmWords();
  const { schedule } = choices;
  if (schedule === null) return <p className={classes.soft}>{t('schedule.none')}</p>;
  const when = words(schedule.cron);
  return (
    <p className={classes.soft}>
      {nextSync === null
        ? t('schedule.never', { when })
        : t('schedule.comes', { when, at: format.moment(nextSync) })}
    </p>
  );
}
