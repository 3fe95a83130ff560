import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getCustomers, getSensitivity, weighCustomers } from '../../api/generated/sdk.gen.ts';
import type { ValueBoard, ValueSensitivity } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { readBoard } from './read-board.ts';
import { type WeighedBoard, weighBoard } from './weigh-board.ts';
import type { Weights } from './weights-in-address.ts';

/** The customers with all that their ranking is made of. */
export function useBoard(last: number | undefined): ValueBoard {
  const query = {
    queryKey: ['customers', last ?? null],
    queryFn: () => ask(getCustomers({ query: { last } })),
  };
  return useSuspenseQuery(query).data;
}

interface TriedOn {
  /** Weights that are tried; null: those kept. */
  readonly trial: Weights | null;
  /** The same once the slider is let go: what the server is asked with. */
  readonly settled: Weights | null;
  readonly last: number | undefined;
}

/**
 * The customers under the weights that are tried: here and at once, where all customers were sent; else by the server.
 */
export function useWeighed(
  board: ValueBoard,
  { trial, settled, last }: TriedOn,
): { readonly weighed: WeighedBoard; readonly isWaiting: boolean } {
  const asksServer = settled !== null && !board.whole;
  const asked = useQuery({
    queryKey: ['customers', last ?? null, 'weigh', settled],
    queryFn: () => ask(weighCustomers({ query: { last }, body: { weights: { ...settled } } })),
    enabled: asksServer,
    placeholderData: keepPreviousData,
  });
  const other = asked.data ?? null;
  const weighed = useMemo(() => {
    if (board.whole) return weighBoard(board, trial);
    const weighed = readBoard(settled === null || other === null ? board : other);
    const weights = board.components.map(
      ({ name, defaultWeight }) => (trial ?? board.kept)[name] ?? defaultWeight,
    );
    return { ...weighed, weights };
  }, [board, trial, settled, other]);
  return { weighed, isWaiting: asksServer && asked.isFetching };
}

/** How the top third moves with the weights kept; null until it is known, and where nothing is ranked. */
export function useSensitivity(last: number | undefined): ValueSensitivity | null {
  const query = {
    queryKey: ['sensitivity', last ?? null],
    queryFn: () => ask(getSensitivity({ query: { last } })),
  };
  const { data } = useQuery(query);
  return data?.kind === 'value-sensitivity' ? data : null;
}
