import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../api/generated/types.gen.ts';
import { useFormat } from '../i18n/index.ts';
import classes from './judgements.module.css';

interface SaidProps {
  readonly said: readonly Judgement[];
  readonly onTakeBack: (judgement: Judgement) => void;
}

/** What people said, each with a way to take it back. */
export function SaidList({ said, onTakeBack }: SaidProps) {
  const { t } = useTranslation('judgements');
  const format = useFormat();
  if (said.length === 0) return null;
  return (
    <ul className={classes.said}>
      {said.map((judgement) => {
        const { id, team, kind, reason, saidBy, saidOn } = judgement;
        const what = t(`kind.${kind}`, { defaultValue: kind });
        return (
          <li key={id}>
            <div>
              <strong>{what}</strong>
              <p className={classes.reason}>{reason}</p>
              <p className={classes.by}>
                {t('by', {
                  by: saidBy,
                  team: t(`team.${team}`, { defaultValue: team }),
                  day: format.day(saidOn),
                })}
              </p>
            </div>
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              aria-label={t('takeBackOf', { what })}
              onClick={() => onTakeBack(judgement)}
            >
              {t('takeBack')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
