import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

interface Notice {
  readonly message: string;
  /** The way back, when there is one. */
  readonly undo?: { readonly label: string; readonly run: () => void };
  readonly isError?: boolean;
}

/** Says that something was done (or was not), with the way back beside it. */
export function notify({ message, undo, isError = false }: Notice): void {
  const id = `notice-${Date.now()}`;
  const runUndo = () => {
    notifications.hide(id);
    undo?.run();
  };
  notifications.show({
    id,
    closeButtonProps: { 'aria-label': i18next.t('common:close') },
    color: isError ? 'red' : 'teal',
    autoClose: undo === undefined ? 6000 : 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="md">
        <span>{message}</span>
        {undo === undefined ? null : (
          <Button size="compact-sm" variant="light" onClick={runUndo}>
            {undo.label}
          </Button>
        )}
      </Group>
    ),
  });
}
