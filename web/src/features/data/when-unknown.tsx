import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QualityFinding } from '../../api/generated/types.gen.ts';
import { useSpeech } from '../../shared/i18n/index.ts';
import { type Message, messageWords } from '../../shared/words/index.ts';
import classes from './data.module.css';
import { type FieldTable, useDecide } from './use-fix.ts';

interface WhenUnknownProps {
  readonly findings: readonly QualityFinding[];
  readonly labelOf: (finding: QualityFinding) => string;
}

/** Fields of which nobody has said when they become known: one question, answered field by field. */
export function WhenUnknown({ findings, labelOf }: WhenUnknownProps) {
  const { t } = useTranslation('data');
  return (
    <li className={classes.many}>
      <p className={classes.sentence}>{t('look.when', { count: findings.length })}</p>
      <p className={classes.examples}>{t('look.whenWhy')}</p>
      <ul className={classes.answers}>
        {findings.map((finding) => (
          <WhenAnswer key={`${finding.table} ${finding.field}`} finding={finding} label={labelOf(finding)} />
        ))}
      </ul>
    </li>
  );
}

interface WhenAnswerProps {
  readonly finding: QualityFinding;
  readonly label: string;
}

function WhenAnswer({ finding, label }: WhenAnswerProps) {
  const { t } = useTranslation('data');
  const speech = useSpeech();
  const { mutate, isPending } = useDecide(finding.table as FieldTable, finding.field ?? '');
  const { action, said } = finding;
  const proposed = action?.kind === 'set-field' ? action.decision.known : undefined;
  const evidence = said.examples.map((params) =>
    messageWords(speech, 'quality:example', { code: said.code, params } as Message),
  );
  return (
    <li>
      <span className={classes.grow}>
        <span className={classes.strong}>{label}</span>
        {evidence.length === 0 ? null : <span className={classes.evidence}>{evidence.join(' ')}</span>}
      </span>
      <Button.Group>
        {(['before', 'after'] as const).map((known) => (
          <Button
            key={known}
            variant={known === 'after' && proposed === 'after' ? 'light' : 'default'}
            size="compact-sm"
            disabled={isPending}
            aria-label={`${label}: ${t(`look.${known}`)}`}
            onClick={() => mutate({ known })}
          >
            {t(`look.${known}`)}
          </Button>
        ))}
      </Button.Group>
    </li>
  );
}
