import { useTranslation } from 'react-i18next';
import { useFormat } from '../../shared/i18n/index.ts';
import panel from './panel.module.css';
import type { MovedRows, WeighedBoard } from './weigh-board.ts';

interface ChangeProps {
  readonly weighed: WeighedBoard;
  readonly isWaiting: boolean;
  readonly onOpen: (id: string) => void;
}

/** Who enters and who leaves the top third, against the weights kept. */
export function ChangePanel({ weighed: { change }, isWaiting, onOpen }: ChangeProps) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  return (
    <section className={panel.panel} aria-live="polite" aria-busy={isWaiting}>
      <div className={panel.head}>
        <h2 className={panel.title}>{t('change.title')}</h2>
        {change === null ? null : <span className={panel.figure}>{format.share(change.overlap)}</span>}
      </div>
      {change === null ? (
        <p className={panel.text}>{t('change.none')}</p>
      ) : (
        <>
          <p className={panel.text}>
            {t('change.stay', { count: change.stay, shown: format.number(change.stay) })}
          </p>
          <Moved kind="enters" rows={change.enter} onOpen={onOpen} />
          <Moved kind="leaves" rows={change.leave} onOpen={onOpen} />
        </>
      )}
    </section>
  );
}

const mostNamed = 12;

function Moved({
  kind,
  rows,
  onOpen,
}: {
  readonly kind: 'enters' | 'leaves';
  readonly rows: MovedRows;
  readonly onOpen: (id: string) => void;
}) {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const { total, first } = rows;
  if (total === 0) return null;
  return (
    <>
      <h3 className={panel[kind]}>{t(`change.${kind}`, { count: total, shown: format.number(total) })}</h3>
      <ul className={panel.list}>
        {first.slice(0, mostNamed).map(({ accountId, name }) => (
          <li key={accountId}>
            <button type="button" className={panel.name} onClick={() => onOpen(accountId)}>
              {name ?? accountId}
            </button>
          </li>
        ))}
        {total > mostNamed ? (
          <li>{t('change.more', { count: total - mostNamed, shown: format.number(total - mostNamed) })}</li>
        ) : null}
      </ul>
    </>
  );
}
