import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { Term } from '../../shared/ui/index.ts';
import { type Speech, toldWords } from '../../shared/words/index.ts';
import classes from './patterns.module.css';
import { WhenKnown } from './when-known.tsx';

/** Fields that were set aside with their reason, and those that a person should place before or after the sale. */
export function SetAside({
  discovery,
  speech,
}: {
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
}) {
  const { t } = useTranslation('patterns');
  const { leaks, asks } = discovery;
  if (leaks.length + asks.length === 0) return null;
  return (
    <section className={classes.aside}>
      {leaks.length === 0 ? null : (
        <>
          <h2 className={classes.heading}>
            <Term name="leak">{t('aside.title')}</Term>
          </h2>
          <p className={classes.text}>{t('aside.text')}</p>
          <dl className={classes.reasons}>
            {leaks.map(({ field, label, why, kind }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  <strong>{t(`aside.kind.${kind}`)}</strong> {toldWords(speech, why)}
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {asks.length === 0 ? null : (
        <>
          <h2 className={classes.heading}>{t('aside.asks')}</h2>
          <dl className={classes.reasons}>
            {asks.map(({ field, label, why }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>
                  {toldWords(speech, why)}
                  <WhenKnown field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
