import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import { ConnectionFields } from './connection-fields.tsx';
import classes from './connections.module.css';
import { ScheduleForm } from './schedule-form.tsx';
import { type ConnectionPart, connectionParts } from './search.ts';
import { StagesView } from './stages-view.tsx';
import { SyncView } from './sync-view.tsx';
import type { ViewProps } from './view-props.ts';
import { WriteBack } from './write-back.tsx';

/** One connection: whose account it is, and its parts one at a time. */
export function ConnectionView(props: ViewProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const navigate = useNavigate();
  const { part = 'sync' } = useSearch({ from: '/connections' });
  const { name, label, account, createdAt } = props.connection;
  const open = (next: string | null) =>
    void navigate({ to: '/connections', search: { name, part: next as ConnectionPart } });
  return (
    <section aria-label={name}>
      <header className={classes.account}>
        <h2 className={classes.accountName}>{account.account}</h2>
        <p className={classes.soft}>{t('accountOf', { label, name, day: format.day(createdAt) })}</p>
      </header>
      <Tabs value={part} keepMounted={false} onChange={open}>
        <Tabs.List className={classes.tabs}>
          {connectionParts.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`part.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="sync">
          <SyncView {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="stages">
          <StagesView connection={props.connection} />
        </Tabs.Panel>
        <Tabs.Panel value="fields">
          <ConnectionFields connection={props.connection} />
        </Tabs.Panel>
        <Tabs.Panel value="write">
          <WriteBack connection={props.connection} writable={props.writable} />
        </Tabs.Panel>
        <Tabs.Panel value="schedule">
          <ScheduleForm connection={props.connection} />
        </Tabs.Panel>
      </Tabs>
    </section>
  );
}
