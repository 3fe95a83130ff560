import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeptDiscovery } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { PageHead } from '../../shared/ui/index.ts';
import { Beliefs } from './beliefs.tsx';
import { ContrastSelect } from './contrast-select.tsx';
import { Findings } from './findings.tsx';
import { LookButton, LookState } from './look.tsx';
import { PatternDrawer } from './pattern-drawer.tsx';
import { Trace } from './trace.tsx';
import { useLook } from './use-look.ts';
import { usePatternSpeech, usePatterns } from './use-patterns.ts';

/** The patterns of two groups, or the way to them: beliefs first, then the look. */
export function Patterns() {
  const { t } = useTranslation(['patterns', 'common']);
  const { contrast: asked, pattern } = useSearch({ from: '/patterns' });
  const navigate = useNavigate({ from: '/patterns' });
  const last = usePatterns(asked);
  const speech = usePatternSpeech();
  const { contrast, discovery, contrasts } = last;
  const look = useLook(contrast, last.snapshot);
  const lacks = contrasts.find((one) => one.contrast === contrast)?.lacks ?? null;
  const open = (id: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, pattern: id }), replace: true, resetScroll: false });
  return (
    <>
      <PageHead
        title={t('common:nav.patterns')}
        lead={<Lead discovery={discovery} contrast={contrast} />}
        actions={
          <>
            <ContrastSelect contrast={contrast} contrasts={contrasts} />
            {discovery === null ? null : (
              <LookButton look={look} isAgain isUrgent={discovery.stale.length > 0} />
            )}
          </>
        }
      />
      <LookState look={look} speech={speech} stale={discovery?.stale ?? []} lacks={lacks} />
      {discovery === null && lacks === null ? (
        <Beliefs last={last} speech={speech} isFirst>
          <LookButton look={look} isAgain={false} isUrgent />
        </Beliefs>
      ) : null}
      {discovery === null ? null : (
        <>
          <Findings discovery={discovery} speech={speech} onOpen={open} />
          <Beliefs last={last} speech={speech} isFirst={false} />
          <Trace discovery={discovery} speech={speech} />
          <PatternDrawer id={pattern ?? null} discovery={discovery} speech={speech} onOpen={open} />
        </>
      )}
    </>
  );
}

function Lead({
  discovery,
  contrast,
}: {
  readonly discovery: KeptDiscovery | null;
  readonly contrast: KeptDiscovery['contrast'];
}) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  if (discovery === null) return t(`lead.${contrast}`);
  const { customers } = discovery;
  return t(`found.${contrast}`, {
    n: format.number(customers.best),
    others: format.number(customers.n - customers.best),
  });
}
