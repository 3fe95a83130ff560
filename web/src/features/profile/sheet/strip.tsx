import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { budgetWords, moneyWords } from '../../../shared/words/index.ts';
import { EditText } from '../inline/edit-text.tsx';
import { EditWords } from '../inline/edit-words.tsx';
import { useEditing } from '../inline/editing.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import classes from './sheet.module.css';

/** Budget, market size and the edge over competitors. */
export function Strip({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  const { budget, edge } = model.profile;
  const open = <span className={classes.open}>{t('sheet.open')}</span>;
  return (
    <section className={classes.strip}>
      <div>
        <b>{t('sheet.budget')}</b>{' '}
        <EditWords target={{ part: 'budget', at: 0 }}>{budgetWords(words.speech, budget) ?? open}</EditWords>
      </div>
      <div>
        <b>{t('sheet.marketSize')}</b> <Size model={model} words={words} />
      </div>
      <div>
        <b>{t('sheet.edge')}</b>{' '}
        <span className={classes.edge}>
          <EditText
            text={edge}
            quote
            label={t('sheet.edge')}
            onKeep={(text) => editing?.edit((profile) => ({ ...profile, edge: text }))}
          />
        </span>
      </div>
    </section>
  );
}

function Size({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const size = model.profile.marketSize;
  if (size === null) return <span className={classes.open}>{t('sheet.open')}</span>;
  const { accounts, times, value, interval, currency, source } = size;
  const about = (amount: number) => moneyWords(words.speech.language, { amount, currency }, { short: true });
  const range =
    interval === null ? '' : t('sheet.sizeRange', { low: about(interval[0]), high: about(interval[1]) });
  return (
    <>
      {about(value)}{' '}
      <small>
        {t('sheet.sizeHow', { accounts: format.number(accounts), times: about(times) })}
        {range}; {words.told(source)}
      </small>
    </>
  );
}
