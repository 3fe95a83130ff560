import type { ReactNode } from 'react';
import { isMeasured, type SheetModel } from '../model/sheet-model.ts';
import { useWords } from '../model/use-words.ts';
import { Bottom } from './bottom.tsx';
import { Committee } from './committee.tsx';
import { FitLines } from './fit-lines.tsx';
import { Outside } from './outside.tsx';
import { Scoring } from './scoring.tsx';
import classes from './sheet.module.css';
import { SheetFoot } from './sheet-foot.tsx';
import { SheetHead } from './sheet-head.tsx';
import { Strip } from './strip.tsx';
import { TimingLines } from './timing-lines.tsx';

/** The one page: who, when, who is out, how accounts are ranked, who inside, and what is open. */
export function Sheet({
  model,
  withFindings = false,
  foot,
}: {
  readonly model: SheetModel;
  /** Whether the lint stands on the sheet itself, as it does on paper. */
  readonly withFindings?: boolean;
  readonly foot?: ReactNode;
}) {
  const words = useWords(model.labels);
  return (
    <article className={classes.sheet} data-bare={isMeasured(model.profile) ? undefined : true}>
      <SheetHead model={model} words={words} />
      <div className={classes.main}>
        <div className={classes.lines}>
          <FitLines model={model} words={words} />
          <TimingLines model={model} words={words} />
        </div>
        <div className={classes.aside}>
          <Outside model={model} words={words} />
          <Scoring model={model} />
        </div>
      </div>
      <Strip model={model} words={words} />
      {model.profile.kind === 'company' ? <Committee model={model} /> : null}
      <Bottom model={model} words={words} withFindings={withFindings} />
      <SheetFoot model={model}>{foot}</SheetFoot>
    </article>
  );
}
