import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { Term } from '../../../shared/ui/index.ts';
import { TierMark } from '../list/tier-mark.tsx';
import { TimingMark } from '../list/timing-mark.tsx';
import { rangeWords } from '../words/row-words.ts';
import { CallNow } from './call-now.tsx';
import { Committee } from './committee.tsx';
import classes from './drawer.module.css';
import { FitSum } from './fit-sum.tsx';
import { Lift } from './lift.tsx';
import { OutReasons } from './out-reasons.tsx';
import { Said } from './said.tsx';
import { Section } from './section.tsx';
import type { SheetProps } from './sheet-props.ts';
import { Similar } from './similar.tsx';
import { Timeline } from './timeline.tsx';
import { TimingSum } from './timing-sum.tsx';
import { Unknowns } from './unknowns.tsx';

/** Everything behind one account's place in the list. */
export function AccountSheet(props: SheetProps) {
  const { t } = useTranslation('accounts');
  const { account } = props;
  return (
    <>
      <SheetHead {...props} />
      <OutReasons {...props} />
      <CallNow {...props} />
      <Section title={<Term name="fit">{t('drawer.sum')}</Term>} name={t('drawer.sum')}>
        <FitSum {...props} />
      </Section>
      <Section title={<Term name="timing">{t('drawer.timing')}</Term>} name={t('drawer.timing')}>
        <TimingSum {...props} />
      </Section>
      {account.unknowns.length === 0 ? null : (
        <Section title={<Term name="unknown">{t('drawer.unknown')}</Term>} name={t('drawer.unknown')}>
          <Unknowns {...props} />
        </Section>
      )}
      {account.up === null && account.hot === null ? null : (
        <Section title={t(account.up === null ? 'drawer.hotter' : 'drawer.up')}>
          <Lift {...props} />
        </Section>
      )}
      <Section title={<Term name="committee">{t('drawer.committee')}</Term>} name={t('drawer.committee')}>
        <Committee {...props} />
      </Section>
      <Section title={<Term name="signal">{t('drawer.timeline')}</Term>} name={t('drawer.timeline')}>
        <Timeline {...props} />
      </Section>
      <Section title={t('drawer.similar')}>
        <Similar {...props} />
      </Section>
      <Section title={<Term name="judgement">{t('drawer.said')}</Term>} name={t('drawer.said')}>
        <Said {...props} />
      </Section>
    </>
  );
}

function SheetHead({ account: { account, score, play, chance } }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  return (
    <header className={classes.head}>
      <h2 className={classes.name}>{account.name ?? account.domain ?? account.id}</h2>
      <p className={classes.who}>
        {account.domain === null ? null : <span>{account.domain}</span>}
        <span>{account.id}</span>
      </p>
      <div className={classes.marks}>
        <TierMark tier={score.tier} />
        <span className="tabular">
          <strong>{t('drawer.fit', { fit: score.fit })}</strong>
          {score.fitMin === score.fitMax ? null : (
            <span className={classes.soft}> {rangeWords({ t, format }, score.fitMin, score.fitMax)}</span>
          )}
        </span>
        <TimingMark timing={score.timing} />
        <Term name="play">{t(`play.${play}`)}</Term>
        {chance === null ? null : (
          <Term name="chance">
            {t('drawer.chance', {
              rate: format.share(chance.rate),
              low: format.share(chance.low),
              high: format.share(chance.high),
            })}
          </Term>
        )}
      </div>
    </header>
  );
}
