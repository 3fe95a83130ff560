import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ConnectionSummary } from '../../api/generated/types.gen.ts';
import { ButtonLink, Loading, PageError, PageHead } from '../../shared/ui/index.ts';
import { ConnectForm } from './connect-form.tsx';
import { ConnectionView } from './connection-view.tsx';
import classes from './connections.module.css';
import { ConnectorCards } from './connector-cards.tsx';
import { useConnections, useConnectors } from './use-connections.ts';

/** The CRMs from which the data come, and into which the list is written. */
export function ConnectionsPage() {
  const { t } = useTranslation(['connections', 'common']);
  const { name, add } = useSearch({ from: '/connections' });
  const connections = useConnections();
  const connectors = useConnectors();
  const error = connections.error ?? connectors.error;
  if (error !== null) return <PageError error={error} />;
  if (connections.data === undefined || connectors.data === undefined) return <Loading />;
  const all = connections.data.connections;
  const kinds = connectors.data.connectors;
  const chosen = add === undefined ? (all.find((each) => each.name === name) ?? all[0]) : undefined;
  const added = kinds.find((each) => each.name === add);
  return (
    <>
      <PageHead
        title={t('common:nav.connections')}
        lead={t('lead')}
        actions={
          chosen === undefined ? null : (
            <ButtonLink to="/connections" search={{ add: '' }} variant="default">
              {t('another')}
            </ButtonLink>
          )
        }
      />
      {all.length > 1 && chosen !== undefined ? <Picker all={all} chosen={chosen.name} /> : null}
      {chosen !== undefined ? (
        <ConnectionView
          key={chosen.name}
          connection={chosen}
          connector={kinds.find((each) => each.name === chosen.connector)}
          writable={connectors.data.writable}
        />
      ) : added === undefined ? (
        <ConnectorCards connectors={kinds} hasSome={all.length > 0} />
      ) : (
        <ConnectForm key={added.name} connector={added} taken={all.map((each) => each.name)} />
      )}
    </>
  );
}

function Picker({ all, chosen }: { readonly all: readonly ConnectionSummary[]; readonly chosen: string }) {
  const { t } = useTranslation('connections');
  return (
    <nav className={classes.picker} aria-label={t('pick')}>
      {all.map(({ name }) => (
        <ButtonLink
          key={name}
          to="/connections"
          search={{ name }}
          size="compact-sm"
          variant={name === chosen ? 'light' : 'subtle'}
          aria-current={name === chosen ? 'page' : undefined}
        >
          {name}
        </ButtonLink>
      ))}
    </nav>
  );
}
