import { useTranslation } from 'react-i18next';
import { useWorkspace } from '../../shared/api/index.ts';
import { ButtonLink, Empty, PageHead } from '../../shared/ui/index.ts';
import { useList } from './api/use-list.ts';
import { ListView } from './list-view.tsx';
import { Scoring } from './scoring.tsx';

/** The ranked list: whom to work today, and why; or what it takes to have one. */
export function AccountsPage() {
  const { t } = useTranslation('accounts');
  const { snapshot, profile, rows } = useWorkspace();
  if (snapshot === null || rows.accounts === 0)
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('noData.title')} text={t('noData.text')}>
          <ButtonLink to="/data">{t('noData.go')}</ButtonLink>
        </Empty>
      </>
    );
  if (profile === null)
    return (
      <>
        <PageHead title={t('title')} />
        <Empty title={t('noProfile.title')} text={t('noProfile.text')}>
          <ButtonLink to="/patterns">{t('noProfile.patterns')}</ButtonLink>
          <ButtonLink to="/profile" variant="default">
            {t('noProfile.profile')}
          </ButtonLink>
        </Empty>
      </>
    );
  return <Ranked />;
}

function Ranked() {
  const list = useList();
  if (list.scoring === null) return <Scoring list={list} />;
  return <ListView list={list} scoring={list.scoring} />;
}
