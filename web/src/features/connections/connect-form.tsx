import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { postConnection } from '../../api/generated/sdk.gen.ts';
import type { Connector, NewConnection } from '../../api/generated/types.gen.ts';
import { ask } from '../../shared/api/index.ts';
import { ButtonLink, notify, ProblemNote } from '../../shared/ui/index.ts';
import classes from './connections.module.css';
import { MoreFields, type MoreSettings, noSettings } from './more-fields.tsx';
import { NeedFields } from './need-fields.tsx';
import { secretsOf } from './secrets-of.ts';

interface FormProps {
  readonly connector: Connector;
  /** Names that are taken already. */
  readonly taken: readonly string[];
}

/** Connects a CRM: where to find what it needs, step by step, and the fields for it. */
export function ConnectForm({ connector, taken }: FormProps) {
  const { t } = useTranslation(['connections', 'common']);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [more, setMore] = useState<MoreSettings>(() => noSettings(nameFor(connector.name, taken)));
  const { mutate, isPending, error } = useConnect();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { origin, secrets } = secretsOf(connector, values);
    const { address, options, ...rest } = more;
    const own = address.trim() === '' ? null : address.trim();
    mutate({ connector: connector.name, ...rest, options, origin: origin ?? own, secrets });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <section className={classes.card}>
        <h2 className={classes.cardTitle}>{t('form.title', { label: connector.label })}</h2>
        <Steps connector={connector.name} />
        <div className={classes.inputs}>
          <NeedFields
            connector={connector}
            values={values}
            onChange={(name, value) => setValues((before) => ({ ...before, [name]: value }))}
          />
          <MoreFields connector={connector} settings={more} onChange={setMore} />
        </div>
        <p className={classes.hint}>{t('form.kept')}</p>
        <ProblemNote error={error} />
        <div className={classes.actions}>
          <Button type="submit" loading={isPending}>
            {t('form.connect')}
          </Button>
          <ButtonLink to="/connections" search={{ add: '' }} variant="subtle">
            {t('common:cancel')}
          </ButtonLink>
        </div>
      </section>
    </form>
  );
}

/** Where to find what the form asks for, in short. */
function Steps({ connector }: { readonly connector: string }) {
  const { t } = useTranslation('connections');
  const steps = t(`steps.${connector}`, { returnObjects: true, defaultValue: [] }) as readonly string[];
  if (steps.length === 0) return null;
  return (
    <>
      <h3 className={classes.label}>{t('form.where')}</h3>
      <ol className={classes.steps}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

function useConnect() {
  const { t } = useTranslation('connections');
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: NewConnection) => ask(postConnection({ body })),
    onSuccess: async ({ name, account }) => {
      await client.invalidateQueries();
      notify({ message: t('connected', { account: account.account }) });
      await navigate({ to: '/connections', search: { name } });
    },
  });
}

/** The connector's own name, with a number behind it where that is taken. */
function nameFor(name: string, taken: readonly string[]): string {
  let given = name;
  for (let number = 2; taken.includes(given); number += 1) given = `${name} ${number}`;
  return given;
}
