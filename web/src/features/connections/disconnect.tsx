import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteConnection } from '../../api/generated/sdk.gen.ts';
import type { ConnectionSummary } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';

/** Forgets a connection, after saying what goes and what stays. */
export function Disconnect({ connection }: { readonly connection: ConnectionSummary }) {
  const { t } = useTranslation(['connections', 'common']);
  const [isAsked, setAsked] = useState(false);
  const { name, label } = connection;
  const { mutate, isPending, error } = useForget(name);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setAsked(true)}>
        {t('disconnect.button')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('disconnect.title', { name })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <ul className={classes.told}>
          <li>{t('disconnect.forgotten')}</li>
          <li>{t('disconnect.stays')}</li>
          <li>{t('disconnect.crm', { label })}</li>
        </ul>
        <ProblemNote error={error} />
        <div className={classes.actions}>
          <Button color="red" loading={isPending} onClick={() => mutate()}>
            {t('disconnect.button')}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('common:cancel')}
          </Button>
        </div>
      </Modal>
    </>
  );
}

function useForget(name: string) {
  const { t } = useTranslation('connections');
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => ask(deleteConnection({ path: { name } })),
    onSuccess: async () => {
      notify({ message: t('disconnect.done', { name }) });
      await client.invalidateQueries();
      await navigate({ to: '/connections', search: {} });
    },
  });
}
