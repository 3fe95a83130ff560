import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../api/generated/types.gen.ts';
import classes from './ranking.module.css';

/** That people said something of a customer, with what they said on hover and focus. */
export function SaidMark({ said }: { readonly said: readonly Judgement[] }) {
  const { t } = useTranslation(['customers', 'judgements']);
  if (said.length === 0) return null;
  const words = said.map(
    ({ team, kind, reason }) => `${t(`judgements:team.${team}`)}: ${t(`judgements:kind.${kind}`)}. ${reason}`,
  );
  const isDisputed = said.some(({ kind }) => kind === 'should-not-count');
  return (
    <Tooltip label={words.map((text) => <div key={text}>{text}</div>)}>
      <span className={classes.said} data-disputed={isDisputed}>
        <span aria-hidden="true">{isDisputed ? t('said.disputed') : t('said.mark')}</span>
        <span className="visually-hidden">{words.join(' ')}</span>
      </span>
    </Tooltip>
  );
}
