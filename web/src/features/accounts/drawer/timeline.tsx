import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { eventWords } from '../../../shared/words/index.ts';
import classes from './drawer.module.css';
import { keyed } from './keyed.ts';
import type { SheetProps } from './sheet-props.ts';

/** Events that are shown before the rest is asked for. */
const first = 8;

/** What happened at the account, the newest first. */
export function Timeline({ account: { timeline }, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const [isWhole, setWhole] = useState(false);
  if (timeline === null) return <p className={classes.text}>{t('drawer.noSignalsImported')}</p>;
  if (timeline.length === 0) return <p className={classes.text}>{t('drawer.nothingHappened')}</p>;
  const shown = isWhole ? timeline : timeline.slice(0, first);
  return (
    <>
      <ol className={classes.timeline}>
        {keyed(shown).map(({ key, item: { kind, about, on, strength, source, url } }) => (
          <li key={key} className={classes.event}>
            <time dateTime={on} className={classes.when}>
              {format.day(on)}
            </time>
            <span>
              {eventWords(lines.speech, { kind, about })}
              <span className={classes.small}>
                {[
                  ...(strength === null ? [] : [t('drawer.strength', { strength: format.number(strength) })]),
                  ...(source === null ? [] : [source]),
                ].join(' · ')}
                {url === null || !/^https?:\/\//.test(url) ? null : (
                  <>
                    {' '}
                    <a href={url} target="_blank" rel="noreferrer noopener">
                      {t('drawer.open')}
                    </a>
                  </>
                )}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {timeline.length > shown.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {t('drawer.allEvents', { count: timeline.length })}
        </Button>
      ) : null}
    </>
  );
}
