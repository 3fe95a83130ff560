import { useSuspenseQuery } from '@tanstack/react-query';
import { getList } from '../../../api/generated/sdk.gen.ts';
import type { AccountList } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';

/** The head of the list: its card, its lines, how many accounts stand where. */
export function useList(): AccountList {
  return useSuspenseQuery({ queryKey: ['list'], queryFn: () => ask(getList()) }).data;
}
