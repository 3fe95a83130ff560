import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { QualityFinding } from '../../api/generated/types.gen.ts';
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
          <WhenAnswer
            key={`${finding.table} ${finding.field}`}
            table={finding.table as FieldTable}
            field={finding.field ?? ''}
            label={labelOf(finding)}
          />
        ))}
      </ul>
    </li>
  );
}

interface WhenAnswerProps {
  readonly table: FieldTable;
  readonly field: string;
  readonly label: string;
}

function WhenAnswer({ table, field, label }: WhenAnswerProps) {
  const { t } = useTranslation('data');
  const { mutate, isPending } = useDecide(table, field);
  return (
    <li>
      <span className={classes.strong}>{label}</span>
      <Button.Group>
        {(['before', 'after'] as const).map((known) => (
          <Button
            key={known}
            variant="default"
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
