import { useTranslation } from 'react-i18next';
import { Term } from '../../../shared/ui/index.ts';
import { AddButton, EditWords } from '../inline/edit-words.tsx';
import type { SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import classes from './sheet.module.css';

/** The anti-ICP: who is out, and why. */
export function Outside({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const { anti } = model.profile;
  return (
    <section>
      <h3 className={classes.heading}>
        <Term name="antiIcp">{t('sheet.anti')}</Term> <span>{t('sheet.antiWho')}</span>
      </h3>
      {anti.length === 0 ? <p className={classes.open}>{t('sheet.antiOpen')}</p> : null}
      <ul className={classes.anti}>
        {anti.map(({ condition, because }, at) => (
          <li key={JSON.stringify(condition)}>
            <EditWords target={{ part: 'anti', at }}>{words.condition(condition)}</EditWords>
            <small>{because}</small>
          </li>
        ))}
      </ul>
      <AddButton target={{ part: 'anti', at: anti.length }} label={t('edit.addAnti')} />
    </section>
  );
}
