import { useTranslation } from 'react-i18next';
import type { Connector } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { ButtonLink } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { useStreamWords } from './use-stream-words.ts';

interface CardsProps {
  readonly connectors: readonly Connector[];
  /** Whether something is connected already. */
  readonly hasSome: boolean;
}

/** What can be connected: what is read of it, what may be written, and what is never done. */
export function ConnectorCards({ connectors, hasSome }: CardsProps) {
  const { t } = useTranslation(['connections', 'common']);
  return (
    <>
      <h2 className={classes.sectionTitle}>{t('cards.title')}</h2>
      <ul className={classes.cards}>
        {connectors.filter(isKnown).map((connector) => (
          <li key={connector.name}>
            <ConnectorCard connector={connector} />
          </li>
        ))}
      </ul>
      <p className={classes.hint}>{t('cards.promise')}</p>
      {hasSome ? (
        <ButtonLink to="/connections" variant="subtle" mt="sm">
          {t('common:cancel')}
        </ButtonLink>
      ) : null}
    </>
  );
}

/** Where what is read is only known once it is open (a folder), there is nothing to say before; files come in under Data. */
function isKnown({ streams }: Connector): boolean {
  return streams.length > 0;
}

function ConnectorCard({ connector }: { readonly connector: Connector }) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const words = useStreamWords(connector.name);
  const { name, label, streams, capabilities } = connector;
  const read = format.list(streams.map(words));
  return (
    <article className={classes.connector} aria-labelledby={`connector-${name}`}>
      <h3 className={classes.connectorName} id={`connector-${name}`}>
        {label}
      </h3>
      <dl className={classes.told}>
        <dt>{t('cards.reads')}</dt>
        <dd>{t(`cards.history.${capabilities.stageHistory}`, { read })}</dd>
        <dt>{t('cards.writes')}</dt>
        <dd>{capabilities.writeBatch > 0 ? t('cards.writesChosen') : t('cards.writesNothing')}</dd>
      </dl>
      <ButtonLink to="/connections" search={{ add: name }} mt="auto">
        {t('cards.connect', { label })}
      </ButtonLink>
    </article>
  );
}
