import { Textarea, UnstyledButton } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditing } from './editing.ts';
import classes from './inline.module.css';

/** A text of the page that is edited where it stands: Enter or leaving keeps it, Escape does not. */
export function EditText({
  text,
  label,
  onKeep,
  quote = false,
}: {
  /** Null is open. */
  readonly text: string | null;
  readonly label: string;
  readonly onKeep: (text: string | null) => void;
  readonly quote?: boolean;
}) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  const [typed, setTyped] = useState<string | null>(null);
  const shown =
    text === null ? <span className={classes.open}>{t('sheet.open')}</span> : quote ? `“${text}”` : text;
  if (editing === null) return <span>{shown}</span>;
  if (typed === null)
    return (
      <UnstyledButton
        className={classes.words}
        onClick={() => setTyped(text ?? '')}
        aria-label={`${label}: ${text ?? t('sheet.open')}`}
      >
        {shown}
      </UnstyledButton>
    );
  const keep = () => {
    const next = typed.trim() === '' ? null : typed.trim();
    setTyped(null);
    if (next !== text) onKeep(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(null);
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    keep();
  };
  return (
    <Textarea
      className={classes.text}
      size="xs"
      autosize
      autoFocus
      minRows={1}
      aria-label={label}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
