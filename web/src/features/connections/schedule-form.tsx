import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { cronOf, type Rhythm, rhythmOf } from './cron-of.ts';
import { NextRun } from './next-run.tsx';
import { RhythmFields } from './rhythm-fields.tsx';
import { useChange } from './use-connections.ts';

const kinds = ['off', 'hourly', 'daily', 'weekdays', 'weekly', 'cron'] as const;
const usualTime = '06:00';

/** When the connection is synced by itself, in simple choices or as a cron expression. */
export function ScheduleForm({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation(['connections', 'common']);
  const { name, choices, label } = connection;
  const kept = choices.schedule;
  const [rhythm, setRhythm] = useState<Rhythm>(() => rhythmOf(kept?.cron ?? null));
  const [timeZone, setTimeZone] = useState(kept?.timeZone ?? ownZone());
  const [write, setWrite] = useState(kept?.write ?? false);
  const change = useChange(name);
  const save = (event: FormEvent) => {
    event.preventDefault();
    const cron = cronOf(rhythm);
    const schedule = cron === null ? ('off' as const) : { cron, timeZone: timeZone.trim() || null, write };
    change.mutate({ schedule }, { onSuccess: () => notify({ message: t('schedule.saved') }) });
  };
  return (
    <form className={classes.card} onSubmit={save}>
      <h3 className={classes.cardTitle}>{t('schedule.title')}</h3>
      <NextRun connection={connection} />
      <Upcoming moments={connection.upcoming} />
      <div className={classes.inputs}>
        <NativeSelect
          label={t('schedule.every')}
          value={rhythm.kind}
          onChange={({ target }) => setRhythm(changed(rhythm, target.value as Rhythm['kind']))}
          data={kinds.map((kind) => ({ value: kind, label: t(`schedule.kind.${kind}`) }))}
        />
        <RhythmFields rhythm={rhythm} onChange={setRhythm} />
        {rhythm.kind === 'off' ? null : (
          <>
            {rhythm.kind === 'hourly' ? null : (
              <TextInput
                label={t('schedule.zone')}
                value={timeZone}
                onChange={({ target }) => setTimeZone(target.value)}
              />
            )}
            <Checkbox
              label={t('schedule.write')}
              description={
                choices.write.length === 0 ? t('schedule.writeNothing') : t('schedule.writeHint', { label })
              }
              checked={write}
              disabled={choices.write.length === 0 && !write}
              onChange={({ target }) => setWrite(target.checked)}
            />
          </>
        )}
      </div>
      <p className={classes.hint}>{t('schedule.serve')}</p>
      <ProblemNote error={change.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={change.isPending}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
}

/** The next times, to see whether an expression means what it should. */
function Upcoming({ moments }: { readonly moments: readonly string[] }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  if (moments.length < 2) return null;
  return (
    <p className={`${classes.soft} tabular`}>
      {t('schedule.next', { at: moments.map(format.moment).join(' · ') })}
    </p>
  );
}

/** Another kind of rhythm, at the same time of the day. */
function changed(before: Rhythm, kind: Rhythm['kind']): Rhythm {
  const time = 'time' in before ? before.time : usualTime;
  if (kind === 'off' || kind === 'hourly') return { kind };
  if (kind === 'cron') return { kind, cron: cronOf(before) ?? '0 6 * * *' };
  return kind === 'weekly' ? { kind, time, day: 1 } : { kind, time };
}

/** The time zone of this browser. */
function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
