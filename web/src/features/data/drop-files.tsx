import { Button } from '@mantine/core';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './data.module.css';
import { sendFiles } from './sending.ts';

/** A button that chooses files. */
export function ChooseFiles({ isMain }: { readonly isMain: boolean }) {
  const { t } = useTranslation('data');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={isMain ? 'filled' : 'default'} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-testid="files"
        onChange={(event) => {
          sendFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </>
  );
}

/** The whole page takes files that are dropped on it. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('data');
  const [isOver, setOver] = useState(false);
  const hasFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button does the same.
    <div
      className={classes.drop}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        sendFiles([...event.dataTransfer.files]);
      }}
    >
      {isOver ? <div className={classes.dropOver}>{t('over')}</div> : null}
      {children}
    </div>
  );
}
