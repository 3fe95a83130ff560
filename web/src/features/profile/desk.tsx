import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedPage } from '../../api/generated/types.gen.ts';
import { PageHead, ProblemNote } from '../../shared/ui/index.ts';
import { useCheck } from './api/use-check.ts';
import { useVocabulary } from './api/use-page.ts';
import { Beside } from './beside/beside.tsx';
import { Overtaken } from './beside/overtaken.tsx';
import classes from './desk.module.css';
import { useDraft } from './draft/use-draft.ts';
import { EditDialog } from './edit/edit-dialog.tsx';
import { EditingContext, type EditTarget } from './inline/editing.ts';
import { modelOf } from './model/model-of.ts';
import { PrintSheets } from './print/print-sheets.tsx';
import { Sheet } from './sheet/sheet.tsx';
import { Toolbar } from './toolbar.tsx';
import { Versions } from './versions/versions.tsx';

/** The page on its desk: the sheet to edit, beside it what the lint says and what an edit does. */
export function Desk({ page }: { readonly page: OpenedPage }) {
  const { t } = useTranslation(['profile', 'common']);
  const draft = useDraft(page);
  // Asked for ahead, so that the editor of a line opens at once.
  useVocabulary();
  const { checked, error } = useCheck(
    draft.profile,
    { name: page.name, version: draft.base },
    draft.isEdited,
  );
  const [target, setTarget] = useState<EditTarget | null>(null);
  const { edit } = draft;
  const editing = useMemo(() => ({ edit, open: setTarget }), [edit]);
  const { profile } = draft;
  const model = useMemo(() => modelOf(page, profile, checked), [page, profile, checked]);
  return (
    <>
      <div className="no-print">
        <PageHead
          title={t('common:nav.profile')}
          lead={t('lead')}
          actions={<Toolbar page={page} draft={draft} model={model} />}
        />
        {draft.isOvertaken ? <Overtaken page={page} draft={draft} /> : null}
        <ProblemNote error={error} />
        <div className={classes.desk}>
          <EditingContext.Provider value={editing}>
            <div className={classes.paper}>
              <Sheet model={model} />
            </div>
          </EditingContext.Provider>
          <Beside page={page} model={model} checked={checked} isEdited={draft.isEdited} />
        </div>
        {target === null ? null : (
          <EditDialog target={target} draft={draft} labels={page.labels} onClose={() => setTarget(null)} />
        )}
        <Versions page={page} />
      </div>
      <PrintSheets model={model} />
    </>
  );
}
