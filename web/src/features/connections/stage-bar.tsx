import { useTranslation } from 'react-i18next';
import type { ConnectionStage } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import classes from './connections.module.css';

interface StageBarProps {
  readonly deals: NonNullable<ConnectionStage['deals']>;
  /** Deals of the stage of the pipeline that most came to. */
  readonly most: number;
}

const kinds = ['won', 'open', 'lost'] as const;

/** Deals that ever came to a stage, and how they stand now. */
export function StageBar({ deals, most }: StageBarProps) {
  const { t } = useTranslation('connections');
  const format = useFormat();
  const { entered, here } = deals;
  const share = (count: number) => (entered === 0 ? 0 : count / entered);
  return (
    <div className={classes.stage}>
      <div className={classes.stageBar} aria-hidden="true">
        {kinds.map((kind) => (
          <span key={kind} data-kind={kind} style={{ width: `${(100 * deals[kind]) / most}%` }} />
        ))}
      </div>
      <span className={`${classes.soft} tabular`}>
        {t('stages.entered', { count: entered, shown: format.number(entered) })}
        {entered === 0
          ? ''
          : ` · ${t('stages.shares', {
              won: format.share(share(deals.won)),
              lost: format.share(share(deals.lost)),
              open: format.share(share(deals.open)),
            })} · ${t('stages.here', { count: here, shown: format.number(here) })}`}
      </span>
    </div>
  );
}
