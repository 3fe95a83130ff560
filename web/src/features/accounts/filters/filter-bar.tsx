import { Button, CloseButton, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { memo, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isFiltered } from '../api/filters-of.ts';
import type { Counts } from '../api/use-counts.ts';
import type { AccountsSearch } from '../search.ts';
import classes from './filter-bar.module.css';
import { type FilterValue, ValueFilter } from './value-filter.tsx';

/** Changes what stands in the address; undefined takes a filter away. */
export type ChangeSearch = (
  change: { readonly [K in keyof AccountsSearch]?: AccountsSearch[K] | undefined },
) => void;

type Listed = 'play' | 'industry' | 'country' | 'owner' | 'standing';

const counted = {
  play: 'plays',
  industry: 'industries',
  country: 'countries',
  owner: 'owners',
  standing: 'standings',
} as const;

const listed = ['play', 'industry', 'country', 'owner', 'standing'] as const;

interface BarProps {
  readonly search: AccountsSearch;
  readonly counts: Counts | null;
  readonly change: ChangeSearch;
}

/** Search and filters of the list; all of them stand in the address. */
export const FilterBar = memo(function FilterBar(props: BarProps) {
  const { search, change } = props;
  const { t } = useTranslation('accounts');
  return (
    <search className={classes.bar}>
      <SearchBox value={search.q ?? ''} onSearch={(q) => change({ q: q === '' ? undefined : q })} />
      {listed.map((name) => (
        <ListedFilter key={name} name={name} {...props} />
      ))}
      <Button
        variant="default"
        size="compact-sm"
        className={classes.filter}
        data-on={search.unsettled}
        aria-pressed={search.unsettled === true}
        onClick={() => change({ unsettled: search.unsettled === true ? undefined : true })}
      >
        {t('filter.unsettled')}
      </Button>
      {isFiltered(search) ? (
        <Button variant="subtle" size="compact-sm" onClick={() => change(nothing)}>
          {t('filter.clearAll')}
        </Button>
      ) : null}
    </search>
  );
});

function ListedFilter({ name, search, counts, change }: BarProps & { readonly name: Listed }) {
  const { t } = useTranslation('accounts');
  const labelOf = (value: string | null) => {
    if (value === null) return t('filter.unknown');
    return name === 'play' || name === 'standing' ? t(`${name}.${value}`) : value;
  };
  const values: readonly FilterValue[] = (counts?.[counted[name]] ?? []).map(({ value, accounts }) => ({
    value: value ?? '',
    label: labelOf(value),
    accounts,
  }));
  return (
    <ValueFilter
      label={t(`filter.${name}`)}
      values={values}
      chosen={search[name] ?? []}
      onChange={(some) => change({ [name]: some.length === 0 ? undefined : some })}
    />
  );
}

/** A search that asks nothing. */
export const nothing = {
  q: undefined,
  tier: undefined,
  timing: undefined,
  play: undefined,
  standing: undefined,
  owner: undefined,
  country: undefined,
  industry: undefined,
  unsettled: undefined,
};

function SearchBox({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (typed: string) => void;
}) {
  const { t } = useTranslation('accounts');
  const [typed, setTyped] = useState(value);
  const sent = useRef(value);
  const send = useDebouncedCallback((next: string) => {
    sent.current = next;
    onSearch(next);
  }, 220);
  useEffect(() => {
    if (value === sent.current) return;
    sent.current = value;
    setTyped(value);
  }, [value]);
  const type = (next: string) => {
    setTyped(next);
    send(next.trim());
  };
  return (
    <TextInput
      type="search"
      size="xs"
      className={classes.search}
      aria-label={t('filter.search')}
      placeholder={t('filter.search')}
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      rightSection={
        typed === '' ? null : (
          <CloseButton size="xs" aria-label={t('filter.clear')} onClick={() => type('')} />
        )
      }
    />
  );
}
