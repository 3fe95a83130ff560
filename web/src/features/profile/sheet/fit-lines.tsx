import { useTranslation } from 'react-i18next';
import type { FitLine } from '../../../api/generated/types.gen.ts';
import { Term } from '../../../shared/ui/index.ts';
import { replaceAt } from '../draft/replace-at.ts';
import { AddButton, EditWords } from '../inline/edit-words.tsx';
import { useEditing } from '../inline/editing.ts';
import { PointsChip } from '../inline/points-chip.tsx';
import { isMeasured, layers, type SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import { LineRow } from './line-row.tsx';
import classes from './sheet.module.css';

/** The lines that earn points, layer by layer, and what is seen at customers only. */
export function FitLines({ model, words }: { readonly model: SheetModel; readonly words: PageWords }) {
  const { t } = useTranslation('profile');
  const { fit, evidenceOnly } = model.profile;
  const placed = fit.map((line, at) => ({ line, at }));
  return (
    <section>
      <h3 className={classes.heading}>
        <Term name="fit">{t('sheet.fit')}</Term> <span>{t('sheet.fitWho')}</span>
        {isMeasured(model.profile) ? null : <em>{t('sheet.believed')}</em>}
      </h3>
      {fit.length === 0 ? <p className={classes.open}>{t('sheet.fitOpen')}</p> : null}
      {layers.map((layer) => {
        const lines = placed.filter(({ line }) => line.layer === layer);
        if (lines.length === 0) return null;
        return (
          <div key={layer}>
            <h4 className={classes.layer}>{t(`layer.${layer}`)}</h4>
            {lines.map(({ line, at }) => (
              <FitRow key={`${at} ${JSON.stringify(line.condition)}`} line={line} at={at} words={words} />
            ))}
          </div>
        );
      })}
      {evidenceOnly.length === 0 ? null : <h4 className={classes.layer}>{t('sheet.evidenceOnly')}</h4>}
      {evidenceOnly.map(({ condition, evidence, why }) => (
        <LineRow
          key={JSON.stringify(condition)}
          points={<span />}
          words={words.condition(condition)}
          below={<small>{words.told(why)}</small>}
          evidence={evidence}
          pageWords={words}
        />
      ))}
      <AddButton target={{ part: 'fit', at: fit.length }} label={t('edit.addFit')} />
    </section>
  );
}

function FitRow({
  line,
  at,
  words,
}: {
  readonly line: FitLine;
  readonly at: number;
  readonly words: PageWords;
}) {
  const editing = useEditing();
  const said = words.condition(line.condition);
  const setPoints = (points: number) =>
    editing?.edit((profile) => ({ ...profile, fit: replaceAt(profile.fit, at, { ...line, points }) }));
  return (
    <LineRow
      points={<PointsChip points={line.points} words={said} onChange={setPoints} />}
      words={<EditWords target={{ part: 'fit', at }}>{said}</EditWords>}
      below={line.note === null ? null : <small>{words.told(line.note)}</small>}
      evidence={line.evidence}
      pageWords={words}
    />
  );
}
