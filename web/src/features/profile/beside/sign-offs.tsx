import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { signProfile } from '../../../api/generated/sdk.gen.ts';
import type { OpenedPage } from '../../../api/generated/types.gen.ts';
import { ask } from '../../../shared/api/index.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import { ProblemNote } from '../../../shared/ui/index.ts';
import classes from './beside.module.css';

const teams = ['sales', 'product', 'marketing'] as const;

/** Which teams stand behind this version, and a way to say so. */
export function SignOffs({ page, isEdited }: { readonly page: OpenedPage; readonly isEdited: boolean }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const client = useQueryClient();
  const sign = useMutation({
    mutationFn: (team: (typeof teams)[number]) =>
      ask(signProfile({ body: { profile: page.name, version: page.version, team } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['profile'] }),
  });
  return (
    <section>
      <h2 className={classes.heading}>
        {t('signOff.title')}
        <span>{t('signOff.version', { version: page.version })}</span>
      </h2>
      {teams.map((team) => {
        const signed = page.signedBy.find((signature) => signature.team === team);
        return (
          <div key={team} className={classes.team}>
            <span>{t(`team.${team}`)}</span>
            {signed === undefined ? (
              <Button
                size="compact-xs"
                variant="default"
                disabled={isEdited}
                aria-label={t('signOff.signFor', { team: t(`team.${team}`) })}
                loading={sign.isPending && sign.variables === team}
                onClick={() => sign.mutate(team)}
              >
                {t('signOff.sign')}
              </Button>
            ) : (
              <span className={classes.quiet}>
                ✓ {signed.by}, {format.day(signed.on)}
              </span>
            )}
          </div>
        );
      })}
      {isEdited ? <p className={classes.quiet}>{t('signOff.saveFirst')}</p> : null}
      <ProblemNote error={sign.error} />
    </section>
  );
}
