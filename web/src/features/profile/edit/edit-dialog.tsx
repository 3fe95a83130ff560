import { useVocabulary } from '../api/use-page.ts';
import type { Draft } from '../draft/use-draft.ts';
import type { EditTarget } from '../inline/editing.ts';
import { useWords } from '../model/use-words.ts';
import { LineEditor } from './line-editor.tsx';
import { BudgetEditor, TiersEditor } from './settings-editor.tsx';

/** The editor of what was clicked. */
export function EditDialog({
  target,
  draft,
  labels,
  onClose,
}: {
  readonly target: EditTarget;
  readonly draft: Draft;
  readonly labels: Readonly<Record<string, string>>;
  readonly onClose: () => void;
}) {
  const vocabulary = useVocabulary();
  const words = useWords(labels);
  const { profile, edit } = draft;
  const { part, at } = target;
  if (part === 'budget') return <BudgetEditor profile={profile} edit={edit} onClose={onClose} />;
  if (part === 'tiers') return <TiersEditor profile={profile} edit={edit} onClose={onClose} />;
  if (vocabulary === null) return null;
  return (
    <LineEditor
      target={{ part, at }}
      profile={profile}
      vocabulary={vocabulary}
      words={words}
      edit={edit}
      onClose={onClose}
    />
  );
}
