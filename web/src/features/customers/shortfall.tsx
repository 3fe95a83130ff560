import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ValueBoard } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink } from '../../shared/ui/index.ts';
import classes from './shortfall.module.css';
import type { WeighedBoard } from './weigh-board.ts';

interface ShortfallProps {
  readonly board: ValueBoard;
  readonly lacks: NonNullable<WeighedBoard['lacks']>;
}

/** Why nobody is the best yet, and what can be done about it. */
export function Shortfall({ board, lacks }: ShortfallProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const found = board.shortfall?.kind === 'too-few-customers' ? board.shortfall.found : board.customers;
  const values = { found: format.number(found), of: format.number(board.customers), count: board.customers };
  const key = lacks === 'too-few-customers' && board.customers >= 8 ? 'too-little-known' : lacks;
  return (
    <section className={classes.shortfall}>
      <h2 className={classes.title}>{t(`shortfall.${key}.title`, values)}</h2>
      <p className={classes.text}>{t(`shortfall.${key}.text`, values)}</p>
      {lacks === 'no-line' ? null : (
        <Group gap="sm">
          <ButtonLink to="/data" size="compact-md">
            {t('shortfall.import')}
          </ButtonLink>
          <ButtonLink to="/patterns" size="compact-md" variant="default">
            {t('shortfall.believe')}
          </ButtonLink>
          <ButtonLink to="/profile" size="compact-md" variant="default">
            {t('shortfall.questions')}
          </ButtonLink>
        </Group>
      )}
    </section>
  );
}
