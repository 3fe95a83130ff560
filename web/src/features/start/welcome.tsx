import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../shared/ui/index.ts';
import { DropOffer } from './drop-offer.tsx';
import { SampleButton } from './sample-button.tsx';
import classes from './welcome.module.css';

/** A first visit: bring files, explore the sample, or answer ten questions. */
export function Welcome() {
  const { t } = useTranslation('start');
  useEffect(() => {
    document.title = 'Bestfit';
  }, []);
  return (
    <div className={classes.welcome}>
      <h1 className={classes.title}>{t('welcome.title')}</h1>
      <p className={classes.lead}>{t('welcome.lead')}</p>
      <DropOffer />
      <div className={classes.others}>
        <section className={classes.offer}>
          <h2 className={classes.offerTitle}>{t('welcome.sample.title')}</h2>
          <p className={classes.text}>{t('welcome.sample.text')}</p>
          <SampleButton />
        </section>
        <section className={classes.offer}>
          <h2 className={classes.offerTitle}>{t('welcome.questions.title')}</h2>
          <p className={classes.text}>{t('welcome.questions.text')}</p>
          <ButtonLink variant="default" to="/profile" search={{ new: true }}>
            {t('welcome.questions.button')}
          </ButtonLink>
        </section>
      </div>
    </div>
  );
}
