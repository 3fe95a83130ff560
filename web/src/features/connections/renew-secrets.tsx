import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putConnectionSecrets } from '../../api/generated/sdk.gen.ts';
import type { ConnectionSummary, Connector } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { notify, ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { NeedFields } from './need-fields.tsx';
import { secretsOf } from './secrets-of.ts';

interface RenewProps {
  readonly connection: ConnectionSummary;
  readonly connector: Connector;
}

/** Gives a connection a new token in place of one that ended. */
export function RenewSecrets({ connection, connector }: RenewProps) {
  const { t } = useTranslation(['connections', 'common']);
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
        {t('renew.button')}
      </Button>
      <Modal
        opened={isAsked}
        onClose={() => setAsked(false)}
        title={t('renew.title', { name: connection.name })}
        closeButtonProps={{ 'aria-label': t('common:close') }}
      >
        <RenewForm connection={connection} connector={connector} onDone={() => setAsked(false)} />
      </Modal>
    </>
  );
}

function RenewForm({ connection, connector, onDone }: RenewProps & { readonly onDone: () => void }) {
  const { t } = useTranslation('connections');
  const client = useQueryClient();
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const { name } = connection;
  const needs = connector.needs.filter((need) => need.name !== 'origin');
  const renewed = useMutation({
    mutationFn: () =>
      ask(putConnectionSecrets({ path: { name }, body: { secrets: secretsOf(connector, values).secrets } })),
    onSuccess: async () => {
      await client.invalidateQueries();
      notify({ message: t('renew.done', { name }) });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    renewed.mutate();
  };
  return (
    <form onSubmit={submit}>
      <p className={classes.hint}>{t('renew.text')}</p>
      <div className={classes.inputs}>
        <NeedFields
          connector={{ ...connector, needs }}
          values={values}
          onChange={(need, value) => setValues((before) => ({ ...before, [need]: value }))}
        />
      </div>
      <ProblemNote error={renewed.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={renewed.isPending}>
          {t('renew.save')}
        </Button>
      </div>
    </form>
  );
}
