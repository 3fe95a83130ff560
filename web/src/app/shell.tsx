import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../shared/api/index.ts';
import { Loading, PageError } from '../shared/ui/index.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import classes from './shell.module.css';
import { SignedOut } from './signed-out.tsx';
import { useChanges } from './use-changes.ts';

/** What surrounds every page: the way through the work, and whether the server is heard. */
export function Shell() {
  const { t } = useTranslation('common');
  const isHeard = useChanges();
  return (
    <div className={classes.shell}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <ErrorBoundary
        fallback={(error) =>
          codeOf(error) === 'http.signed-out' ? <SignedOut /> : <PageError error={error} />
        }
      >
        <Suspense fallback={<Loading />}>
          <Navigation />
          <main id="content" className={classes.main} tabIndex={-1}>
            <p role="status" className={isHeard ? 'visually-hidden' : classes.lost}>
              {isHeard ? '' : t('lostConnection')}
            </p>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </main>
        </Suspense>
      </ErrorBoundary>
    </div>
  );
}
