import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LastPatterns } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { type Speech, verdictWords } from '../../shared/words/index.ts';
import { BeliefForm } from './belief-form.tsx';
import { apiConditionWords } from './pattern-words.ts';
import classes from './patterns.module.css';

interface BeliefsProps {
  readonly last: LastPatterns;
  readonly speech: Speech;
  /** Before the first look: what is said now is tested with far more power. */
  readonly isFirst: boolean;
  readonly children?: ReactNode;
}

/** What people believe sets the best apart, what became of each, and a way to say another. */
export function Beliefs({ last, speech, isFirst, children }: BeliefsProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const { hypotheses, discovery } = last;
  const stateOf = (condition: unknown) => {
    const text = JSON.stringify(condition);
    const belief = discovery?.beliefs.find((one) => JSON.stringify(one.condition) === text);
    const test = discovery?.patterns.find(({ id }) => id === belief?.pattern);
    if (test !== undefined) return verdictWords(speech, test.verdict);
    if (belief === undefined) return t('belief.untested');
    if (belief.seen > 0)
      return t('belief.late', { known: format.number(belief.known), seen: format.number(belief.seen) });
    return t('belief.few', { known: format.number(belief.known), of: format.number(belief.unseen) });
  };
  return (
    <section className={isFirst ? classes.first : classes.aside} id="beliefs">
      <h2 className={isFirst ? classes.question : classes.heading}>
        {t(isFirst ? 'belief.first' : 'belief.title')}
      </h2>
      <p className={classes.text}>{t(isFirst ? 'belief.firstText' : 'belief.text')}</p>
      {hypotheses.length === 0 ? null : (
        <ul className={classes.beliefs}>
          {hypotheses.map(({ id, condition, saidBy, saidOn }) => (
            <li key={id}>
              <strong>{apiConditionWords(speech, condition)}</strong>
              <span>{t('belief.by', { by: saidBy, day: format.day(saidOn) })}</span>
              <span>{stateOf(condition)}</span>
            </li>
          ))}
        </ul>
      )}
      <BeliefForm />
      {children === undefined ? null : <div className={classes.go}>{children}</div>}
    </section>
  );
}
