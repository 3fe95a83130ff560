import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ExplainedPattern, PatternGroup } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { heldWords, type Speech } from '../../shared/words/index.ts';
import classes from './pattern.module.css';

interface ListProps extends Pick<ExplainedPattern, 'unit' | 'contrast'> {
  readonly group: PatternGroup;
  readonly speech: Speech;
}

/** The first of a group, each with its place and what it holds of the trait. */
export function MemberList({ group, unit, contrast, speech }: ListProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const members = group.members.map((member, key) => ({ ...member, key }));
  return (
    <>
      <ul className={classes.members}>
        {members.map(({ key, accountId, dealId, name, on, rank, held, currency, said }) => (
          <li key={key}>
            <span className={classes.rank}>{rank === null ? '' : format.number(rank)}</span>
            <span>
              {accountId === null || unit === 'deal' || contrast === 'customers-market' ? (
                (name ?? accountId ?? dealId)
              ) : (
                <Link to="/customers" search={{ customer: accountId }} className={classes.link}>
                  {name ?? accountId}
                </Link>
              )}
              {dealId === null ? null : <span className={classes.small}> {dealId}</span>}
              {said.length === 0 ? null : <span className={classes.small}> · {t('behind.said')}</span>}
            </span>
            <span className={classes.held}>
              {heldWords(speech, { held, currency }) || t('behind.nothing')}
            </span>
            <span className={classes.small}>{on === null ? '' : format.day(on)}</span>
          </li>
        ))}
      </ul>
      {group.total > members.length ? (
        <p className={classes.small}>{t('behind.more', { count: group.total - members.length })}</p>
      ) : null}
    </>
  );
}
