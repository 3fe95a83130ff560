import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../api/generated/types.gen.ts';
import { ButtonLink } from '../../shared/ui/index.ts';
import { isFiltered } from './api/filters-of.ts';
import type { Counts } from './api/use-counts.ts';
import type { Preview } from './card/preview.ts';
import type { ChangeSearch } from './filters/filter-bar.tsx';
import { FitGrid, type GridCounts } from './filters/fit-grid.tsx';
import classes from './list-view.module.css';
import type { AccountsSearch } from './search.ts';
import { Distribution } from './tuning/distribution.tsx';
import { PointsEditor } from './tuning/points-editor.tsx';
import { TierCounts } from './tuning/tier-counts.tsx';
import panel from './tuning/tuning.module.css';
import type { TuningHandle } from './tuning/use-tuning.ts';
import type { Lines } from './words/use-lines.ts';

interface OverviewProps {
  readonly list: AccountList;
  readonly lines: Lines;
  readonly counts: Counts | null;
  readonly search: AccountsSearch;
  readonly change: ChangeSearch;
  readonly tuning: TuningHandle;
}

/** Where the accounts stand: fit x timing as a filter, and the fit with the handles of its tiers and points. */
export function Overview(props: OverviewProps) {
  const { list, lines, counts, search, change, tuning } = props;
  const { t } = useTranslation('accounts');
  const isTried = tuning.isEdited && tuning.preview !== null && !isNarrowed(search);
  return (
    <>
      <div className={classes.overview}>
        <section className={panel.panel} aria-label={t('grid.title')}>
          {counts === null ? (
            <Skeleton height={190} />
          ) : (
            <FitGrid
              counts={isTried && tuning.preview !== null ? cellsOf(tuning.preview) : counts.grid}
              chosen={{ tier: search.tier, timing: search.timing }}
              onChoose={change}
            />
          )}
        </section>
        <FitPanel {...props} />
      </div>
      {search.points === true ? (
        <section className={`${panel.panel} ${panel.below}`} aria-label={t('tuning.points')}>
          <h2 className={panel.title}>{t('tuning.points')}</h2>
          <PointsEditor list={list} lines={lines} tuning={tuning} />
        </section>
      ) : null}
    </>
  );
}

function cellsOf({ grid }: Preview): GridCounts {
  return grid.flatMap(({ timing, tiers }) =>
    (['A', 'B', 'C', 'D'] as const).map((tier) => ({ tier, timing, accounts: tiers[tier] })),
  );
}

/** Whether anything but the grid itself filters the list: then the outcomes of all accounts do not tell of it. */
function isNarrowed(search: AccountsSearch): boolean {
  return isFiltered({ ...search, tier: undefined, timing: undefined });
}

function FitPanel({ list, search, change, tuning }: OverviewProps) {
  const { t } = useTranslation('accounts');
  const { preview, after } = tuning;
  const isOpen = search.points === true;
  return (
    <section className={panel.panel} aria-label={t('distribution.title')}>
      <div className={panel.top}>
        <h2 className={panel.title}>{t('distribution.title')}</h2>
        <ButtonLink to="/scorecard" variant="subtle" size="compact-sm" ml="auto">
          {t('tuning.holds')}
        </ButtonLink>
        <Button
          variant="subtle"
          size="compact-sm"
          aria-expanded={isOpen}
          onClick={() => change({ points: isOpen ? undefined : true })}
        >
          {t(isOpen ? 'tuning.close' : 'tuning.open')}
        </Button>
      </div>
      {preview === null || list.scoring === null ? (
        <Skeleton height={178} mt="xs" />
      ) : (
        <>
          <Distribution totals={preview.totals} tuning={after} onCuts={(cuts) => tuning.change({ cuts })} />
          <TierCounts now={preview.counts} before={list.scoring} />
        </>
      )}
    </section>
  );
}
