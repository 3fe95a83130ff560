import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { handFiles } from '../../shared/files/index.ts';
import classes from './welcome.module.css';

/** Takes files, dropped or chosen, and goes to the page that brings them in. */
export function DropOffer() {
  const { t } = useTranslation('start');
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length === 0) return;
    handFiles(files);
    void navigate({ to: '/data' });
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button below does the same.
    <section
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <svg width="44" height="44" viewBox="0 0 24 24" className={classes.dropIcon} aria-hidden="true">
        <path d="M12 15V4m0 0L8 8m4-4 4 4M4 14v4a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-4" />
      </svg>
      <h2 className={classes.dropTitle}>{isOver ? t('welcome.drop.over') : t('welcome.drop.title')}</h2>
      <p className={classes.text}>{t('welcome.drop.text')}</p>
      <Button size="md" onClick={() => input.current?.click()}>
        {t('welcome.drop.button')}
      </Button>
      <input ref={input} type="file" multiple hidden onChange={(event) => take(event.target.files)} />
      <p className={classes.hint}>{t('welcome.drop.formats')}</p>
    </section>
  );
}
