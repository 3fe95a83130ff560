import { Alert, Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, LastPatterns } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { JobProgress } from '../../shared/jobs/index.ts';
import { ButtonLink, Empty, ProblemNote } from '../../shared/ui/index.ts';
import { type Speech, toldWords } from '../../shared/words/index.ts';
import classes from './patterns.module.css';
import type { Look } from './use-look.ts';

interface ButtonProps {
  readonly look: Look;
  readonly isAgain: boolean;
  readonly isUrgent: boolean;
}

/** Starts the search. */
export function LookButton({ look, isAgain, isUrgent }: ButtonProps) {
  const { t } = useTranslation('patterns');
  return (
    <Button variant={isUrgent ? 'filled' : 'default'} onClick={look.start} disabled={look.isRunning}>
      {t(isAgain ? 'look.again' : 'look.first')}
    </Button>
  );
}

interface StateProps {
  readonly look: Look;
  readonly speech: Speech;
  readonly stale: KeptDiscovery['stale'];
  readonly lacks: LastPatterns['contrasts'][number]['lacks'];
}

/** How the search goes, why it found nothing to compare, and what has changed since the last one. */
export function LookState({ look, speech, stale, lacks }: StateProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  if (look.isRunning) {
    return (
      <div className={classes.running}>
        <JobProgress job={look.job} onCancel={look.cancel} />
      </div>
    );
  }
  return (
    <>
      <ProblemNote error={look.error} />
      {lacks === null ? null : (
        <Empty title={t('lacks.title')} text={t(`lacks.${lacks}`)}>
          <ButtonLink to="/data">{t('noData.button')}</ButtonLink>
        </Empty>
      )}
      {look.shortfall === null ? null : (
        <Alert color="yellow" variant="light" title={t('look.nothing')} mb="md">
          {toldWords(speech, look.shortfall)}
        </Alert>
      )}
      {stale.length === 0 ? null : (
        <p className={classes.stale} role="status">
          {t('stale.before')} {format.list(stale.map((reason) => t(`stale.${reason}`)))}.
        </p>
      )}
    </>
  );
}
