import type { CheckedPage, OpenedPage } from '../../../api/generated/types.gen.ts';
import { useBreadth } from '../api/use-page.ts';
import type { SheetModel } from '../model/sheet-model.ts';
import { useWords } from '../model/use-words.ts';
import classes from './beside.module.css';
import { BreadthMeter } from './breadth-meter.tsx';
import { Effects } from './effects.tsx';
import { LintList } from './lint-list.tsx';
import { SignOffs } from './sign-offs.tsx';

/** What stands beside the sheet: what an edit does, what is to be fixed, whom the page reaches, who stands behind it. */
export function Beside({
  page,
  model,
  checked,
  isEdited,
}: {
  readonly page: OpenedPage;
  readonly model: SheetModel;
  readonly checked: CheckedPage | null;
  readonly isEdited: boolean;
}) {
  const words = useWords(page.labels);
  const breadth = useBreadth(page);
  return (
    <aside className={classes.beside}>
      {isEdited ? <Effects checked={checked} /> : null}
      <LintList findings={model.findings} words={words} />
      {breadth === null ? null : <BreadthMeter breadth={breadth} />}
      <SignOffs page={page} isEdited={isEdited} />
    </aside>
  );
}
