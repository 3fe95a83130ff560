import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putWeights } from '../../api/generated/sdk.gen.ts';
import type { ComponentName } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify } from '../../shared/ui/index.ts';
import { readWeights, type Weights, writeWeights } from './weights-in-address.ts';

/** The weights that are tried, and what can be done with them. */
export interface TriedWeights {
  /** Null: those kept. */
  readonly trial: Weights | null;
  /** The same as it stands in the address. */
  readonly settled: Weights | null;
  /** While a slider moves. */
  readonly move: (name: ComponentName, weight: number) => void;
  /** When it was let go: the address then has the weights. */
  readonly settle: (name: ComponentName, weight: number) => void;
  readonly revert: () => void;
  readonly toDefaults: () => void;
  readonly save: () => void;
  readonly isSaving: boolean;
  readonly error: Error | null;
}

/**
 * Weights that are tried live in the address, so that a reload or a colleague sees the same; while a slider moves they
 * are ahead of it.
 */
export function useWeights(written: string | undefined, kept: Weights): TriedWeights {
  const navigate = useNavigate({ from: '/customers' });
  const [trial, setTrial] = useState(() => readWeights(written));
  useEffect(() => setTrial(readWeights(written)), [written]);
  const write = (weights: Weights | null) => {
    const differs = weights !== null && !isSame(weights, kept);
    setTrial(differs ? weights : null);
    const text = differs ? writeWeights(weights) : undefined;
    void navigate({ search: (search) => ({ ...search, weights: text }), replace: true, resetScroll: false });
  };
  const { mutate, isPending, error } = useSaveWeights(() => write(null));
  const settled = useMemo(() => readWeights(written), [written]);
  return {
    trial,
    settled,
    move: (name, weight) => setTrial({ ...(trial ?? kept), [name]: weight }),
    settle: (name, weight) => write({ ...(trial ?? kept), [name]: weight }),
    revert: () => write(null),
    toDefaults: () => write({}),
    save: () => {
      if (trial !== null) mutate(trial);
    },
    isSaving: isPending,
    error,
  };
}

function useSaveWeights(onSaved: () => void) {
  const { t } = useTranslation(['customers', 'common']);
  const client = useQueryClient();
  const put = (weights: Weights) => ask(putWeights({ body: { weights } }));
  return useMutation({
    mutationFn: put,
    onSuccess: async ({ before }) => {
      await client.invalidateQueries();
      onSaved();
      const run = () => void put(before).then(() => client.invalidateQueries());
      notify({ message: t('weights.saved'), undo: { label: t('common:undo'), run } });
    },
  });
}

function isSame(one: Weights, other: Weights): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<ComponentName>;
  return [...names].every((name) => one[name] === other[name]);
}
