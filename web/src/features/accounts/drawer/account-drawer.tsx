import { CloseButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { Loading, PageError } from '../../../shared/ui/index.ts';
import { useAccount } from '../api/use-account.ts';
import type { Lines } from '../words/use-lines.ts';
import { AccountSheet } from './account-sheet.tsx';
import classes from './drawer.module.css';

interface DrawerProps {
  readonly id: string;
  readonly run: number;
  readonly list: AccountList;
  readonly lines: Lines;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
}

/** One account beside the list: the list stays in use, the keys move through it. */
export function AccountDrawer(props: DrawerProps) {
  const { id, onClose } = props;
  const { t } = useTranslation(['accounts', 'common']);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    if (id !== '') panel.current?.scrollTo({ top: 0 });
  }, [id]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
  return (
    <aside ref={panel} className={classes.panel} aria-label={t('drawer.title')}>
      <CloseButton className={classes.close} aria-label={t('common:close')} onClick={onClose} />
      <Sheet {...props} />
    </aside>
  );
}

function Sheet({ id, run, list, lines, onOpen }: DrawerProps) {
  const { data, error, isPlaceholderData } = useAccount(id, run);
  if (error !== null && (data === undefined || isPlaceholderData)) return <PageError error={error} />;
  if (data === undefined) return <Loading />;
  return (
    <div className={classes.sheet} data-stale={isPlaceholderData || undefined}>
      <AccountSheet account={data} list={list} lines={lines} onOpen={onOpen} />
    </div>
  );
}
