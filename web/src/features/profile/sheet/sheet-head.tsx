import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { AddButton, EditWords } from '../inline/edit-words.tsx';
import type { SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import classes from './sheet.module.css';

/** Name, status, version, data, signatures, and the market in one sentence. */
export function SheetHead({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { head, profile } = model;
  const signed = head.signedBy.map(({ team, by }) => `${t(`team.${team}`, { defaultValue: team })} (${by})`);
  const facts = [
    t(head.published ? 'sheet.version' : 'sheet.versionDraft', {
      version: head.version,
      day: format.day(head.createdAt),
      by: head.createdBy,
    }),
    head.snapshot === null ? t('sheet.noData') : t('sheet.snapshot', { snapshot: head.snapshot.slice(0, 8) }),
    t(`sheet.review.${profile.review.every}`),
    signed.length === 0 ? t('sheet.notSigned') : t('sheet.signed', { teams: format.list(signed) }),
  ];
  const { market } = profile;
  return (
    <header>
      <div className={classes.title}>
        <h2 className={classes.name}>{profile.name}</h2>
        <p className={classes.kind}>
          {t(`sheet.kind.${profile.kind}`)}
          <b
            className={classes.status}
            data-status={profile.status}
            title={t(`sheet.statusWords.${profile.status}`)}
          >
            {t(`sheet.status.${profile.status}`)}
          </b>
        </p>
      </div>
      <p className={classes.facts}>{facts.join(' · ')}</p>
      <p className={classes.market}>
        <b>{t('sheet.market')}</b>{' '}
        {market.length === 0 ? <span className={classes.open}>{t('sheet.marketOpen')}</span> : null}
        {market.map((condition, at) => (
          <span key={JSON.stringify(condition)}>
            {at === 0 ? '' : '; '}
            <EditWords target={{ part: 'market', at }}>{words.condition(condition)}</EditWords>
          </span>
        ))}{' '}
        <AddButton target={{ part: 'market', at: market.length }} label={t('edit.addMarket')} />
      </p>
    </header>
  );
}
