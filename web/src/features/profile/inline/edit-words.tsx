import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type EditTarget, useEditing } from './editing.ts';
import classes from './inline.module.css';

/** Words of the page that open their editor when clicked; plain words where the page is only read. */
export function EditWords({
  target,
  children,
}: {
  readonly target: EditTarget;
  readonly children: ReactNode;
}) {
  const editing = useEditing();
  if (editing === null) return <span>{children}</span>;
  return (
    <UnstyledButton className={classes.words} onClick={() => editing.open(target)}>
      {children}
    </UnstyledButton>
  );
}

/** A quiet button that adds a line of a part; nothing where the page is only read. */
export function AddButton({ target, label }: { readonly target: EditTarget; readonly label: string }) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  if (editing === null) return null;
  return (
    <UnstyledButton className={classes.add} onClick={() => editing.open(target)} aria-label={label}>
      + {t('edit.add')}
    </UnstyledButton>
  );
}
