import type { ReactNode } from 'react';
import { useEffect } from 'react';
import classes from './page-head.module.css';

/** The title of a page, what it is for, and what can be done with all of it. */
export function PageHead({
  title,
  lead,
  actions,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Bestfit`;
  }, [title]);
  return (
    <div className={classes.head}>
      <div>
        <h1 className={classes.title}>{title}</h1>
        {lead === undefined ? null : <p className={classes.lead}>{lead}</p>}
      </div>
      {actions === undefined ? null : <div className={`${classes.actions} no-print`}>{actions}</div>}
    </div>
  );
}
