import { ActionIcon, Drawer, Group, Skeleton } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { getCustomer } from '../../api/generated/sdk.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { ProblemNote } from '../../shared/ui/index.ts';
import { CustomerFacts } from './customer-facts.tsx';
import type { WeighedRow } from './weigh-board.ts';

interface DrawerProps {
  readonly id: string | null;
  readonly last: number | undefined;
  readonly ranked: readonly WeighedRow[];
  readonly onOpen: (id: string | undefined) => void;
}

/** One customer's facts beside the ranking; the arrows lead to the next and the one before. */
export function CustomerDrawer({ id, last, ranked, onOpen }: DrawerProps) {
  const { t } = useTranslation(['customers', 'common']);
  const place = ranked.findIndex(({ row }) => row.accountId === id);
  const at = (step: number) => (place < 0 ? undefined : ranked[place + step]?.row.accountId);
  const go = (step: number) => {
    const next = at(step);
    if (id !== null && next !== undefined) onOpen(next);
  };
  useHotkeys([
    ['ArrowUp', () => go(-1)],
    ['ArrowDown', () => go(1)],
  ]);
  const query = {
    queryKey: ['customer', id, last ?? null],
    queryFn: () => ask(getCustomer({ path: { id: id! }, query: { last } })),
    enabled: id !== null,
  };
  const { data, error } = useQuery(query);
  const name = data?.account.name ?? ranked[place]?.row.name ?? id ?? '';
  return (
    <Drawer
      opened={id !== null}
      onClose={() => onOpen(undefined)}
      title={
        <Group gap="xs" wrap="nowrap">
          <strong>{name}</strong>
          <Step
            label={t('drawer.before')}
            path="M6 15l6-6 6 6"
            onClick={() => go(-1)}
            off={at(-1) === undefined}
          />
          <Step
            label={t('drawer.next')}
            path="M6 9l6 6 6-6"
            onClick={() => go(1)}
            off={at(1) === undefined}
          />
        </Group>
      }
      closeButtonProps={{ 'aria-label': t('common:close') }}
      size={620}
    >
      <ProblemNote error={error} />
      {data === undefined && error === null ? <Skeleton height={420} radius="md" /> : null}
      {data === undefined ? null : <CustomerFacts customer={data} />}
    </Drawer>
  );
}

function Step({
  label,
  path,
  onClick,
  off,
}: {
  readonly label: string;
  readonly path: string;
  readonly onClick: () => void;
  readonly off: boolean;
}) {
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={onClick} disabled={off}>
      <svg
        width="16"
        height="16"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        aria-hidden="true"
      >
        <path d={path} strokeLinecap="round" strokeLinejoin="round" />
      </svg>
    </ActionIcon>
  );
}
