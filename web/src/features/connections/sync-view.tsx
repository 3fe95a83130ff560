import { AccessTable } from './access-table.tsx';
import { Budget } from './budget.tsx';
import classes from './connections.module.css';
import { Disconnect } from './disconnect.tsx';
import { History } from './history.tsx';
import { LastChanges } from './last-changes.tsx';
import { RenewSecrets } from './renew-secrets.tsx';
import { SyncPanel } from './sync-panel.tsx';
import type { ViewProps } from './view-props.ts';

/** Reading: how it stands, what it may see, what it cost, and how it went before. */
export function SyncView({ connection, connector }: Pick<ViewProps, 'connection' | 'connector'>) {
  return (
    <>
      <SyncPanel connection={connection} />
      <LastChanges connection={connection} />
      <Budget connection={connection} connector={connector} />
      <AccessTable connection={connection} />
      <History connection={connection} />
      <div className={classes.ends}>
        {connector === undefined ? null : <RenewSecrets connection={connection} connector={connector} />}
        <Disconnect connection={connection} />
      </div>
    </>
  );
}
