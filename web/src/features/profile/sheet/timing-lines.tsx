import { useTranslation } from 'react-i18next';
import { Term } from '../../../shared/ui/index.ts';
import { replaceAt } from '../draft/replace-at.ts';
import { AddButton, EditWords } from '../inline/edit-words.tsx';
import { useEditing } from '../inline/editing.ts';
import { PointsChip } from '../inline/points-chip.tsx';
import type { SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import { LineRow } from './line-row.tsx';
import classes from './sheet.module.css';

/** The signals, each with the time in which its points halve. */
export function TimingLines({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  const { timing } = model.profile;
  return (
    <section>
      <h3 className={classes.heading}>
        <Term name="timing">{t('sheet.timing')}</Term> <span>{t('sheet.timingWhen')}</span>
      </h3>
      {timing.length === 0 ? <p className={classes.open}>{t('sheet.timingOpen')}</p> : null}
      {timing.map((line, at) => {
        const said = words.condition(line.condition);
        const setPoints = (points: number) =>
          editing?.edit((profile) => ({
            ...profile,
            timing: replaceAt(profile.timing, at, { ...line, points }),
          }));
        return (
          <LineRow
            key={JSON.stringify(line.condition)}
            points={<PointsChip points={line.points} words={said} onChange={setPoints} />}
            words={<EditWords target={{ part: 'timing', at }}>{said}</EditWords>}
            below={<small>{t('sheet.halves', { every: words.duration(line.halfLife) })}</small>}
            evidence={line.evidence}
            pageWords={words}
          />
        );
      })}
      <AddButton target={{ part: 'timing', at: timing.length }} label={t('edit.addTiming')} />
    </section>
  );
}
