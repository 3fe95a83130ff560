import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountList } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { PageHead } from '../../shared/ui/index.ts';
import { useCounts } from './api/use-counts.ts';
import { useVectors } from './api/use-vectors.ts';
import { BackCheck } from './back-check.tsx';
import { AccountDrawer } from './drawer/account-drawer.tsx';
import { ExportMenu } from './export-menu.tsx';
import { FilterBar } from './filters/filter-bar.tsx';
import { AccountTable } from './list/account-table.tsx';
import classes from './list-view.module.css';
import { NoLines } from './no-lines.tsx';
import { NoneMatch } from './none-match.tsx';
import { Overview } from './overview.tsx';
import { TuningBar } from './tuning/tuning-bar.tsx';
import { useTuning } from './tuning/use-tuning.ts';
import { useAddress } from './use-address.ts';
import type { RowSpeech } from './words/row-words.ts';
import { useLines } from './words/use-lines.ts';

interface ListViewProps {
  readonly list: AccountList;
  readonly scoring: NonNullable<AccountList['scoring']>;
}

/** The list once it is scored: grid and distribution above, filters, the rows, and the drawer beside them. */
export function ListView({ list, scoring }: ListViewProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const address = useAddress(scoring.run);
  const { search, change, filters, open } = address;
  const { counts } = useCounts(scoring.run, filters);
  const tuning = useTuning(list, useVectors(scoring.run));
  const lines = useLines(list);
  const speech = useMemo<RowSpeech>(() => ({ t, format, list, lines }), [t, format, list, lines]);
  // The counts come first; the rows follow when there is time.
  const triedRows = useDeferredValue(tuning.isEdited ? tuning.after : null);
  const matching = counts?.matching ?? 0;
  return (
    <>
      <Head list={list} scoring={scoring} actions={<ExportMenu filters={filters} matching={matching} />} />
      {list.scored === 'customers' ? (
        <BackCheck list={list} lines={lines} accounts={scoring.accounts} />
      ) : null}
      {list.lines.fit.length === 0 ? <NoLines /> : null}
      <Overview list={list} lines={lines} counts={counts} search={search} change={change} tuning={tuning} />
      <div className={classes.toolbar}>
        <FilterBar search={search} counts={counts} change={change} />
        <span className={classes.matching} role="status">
          {counts === null ? '' : t('matching', { count: matching, accounts: format.number(matching) })}
        </span>
      </div>
      {counts !== null && matching === 0 ? (
        <NoneMatch
          isQueueEmpty={Object.values(scoring.tiers).every((accounts) => accounts === 0)}
          change={change}
        />
      ) : (
        <AccountTable {...address} matching={matching} speech={speech} tuning={triedRows} />
      )}
      {tuning.isEdited ? <TuningBar list={list} tuning={tuning} /> : null}
      {open === null ? null : (
        <AccountDrawer
          id={open}
          run={scoring.run}
          list={list}
          lines={lines}
          onOpen={address.onOpen}
          onClose={address.onClose}
        />
      )}
    </>
  );
}

function Head({ list, scoring, actions }: ListViewProps & { readonly actions: ReactNode }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { name, version } = list.profile;
  const { accounts } = scoring;
  const leftOut = (['customers', 'open-deals', 'recently-lost'] as const)
    .filter((why) => list.excluded[why] > 0)
    .map((why) => {
      const count = list.excluded[why];
      return t(`leftOutCount.${why}`, { count, accounts: format.number(count) });
    });
  const lead = t('lead', {
    name,
    version,
    day: format.day(list.asOf),
    count: accounts,
    accounts: format.number(accounts),
  });
  const out = leftOut.length === 0 ? '' : `. ${t('leftOutOf', { what: format.list(leftOut) })}`;
  return <PageHead title={t('title')} lead={`${lead}${out}`} actions={actions} />;
}
