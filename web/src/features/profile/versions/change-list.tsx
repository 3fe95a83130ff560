import { useTranslation } from 'react-i18next';
import type { OpenedPage, PageChanges } from '../../../api/generated/types.gen.ts';
import { useWords } from '../model/use-words.ts';
import classes from './versions.module.css';

/** What changed between two versions, in words. */
export function ChangeList({
  changes,
  labels,
}: {
  readonly changes: PageChanges['changes'];
  readonly labels: OpenedPage['labels'];
}) {
  const { t } = useTranslation('profile');
  const words = useWords(labels);
  if (changes.length === 0) return <p className={classes.quiet}>{t('versions.noChanges')}</p>;
  return (
    <ul className={classes.changes}>
      {changes.map(({ kind, words: said, change }) => (
        <li key={said} data-kind={kind}>
          {words.change(change, said)}
        </li>
      ))}
    </ul>
  );
}
