import type { ReactNode } from 'react';
import classes from './drawer.module.css';

/** One part of the sheet under its heading. */
export function Section({
  title,
  name,
  children,
}: {
  readonly title: ReactNode;
  /** The heading as text, where it holds more than that. */
  readonly name?: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section} aria-label={name ?? (typeof title === 'string' ? title : undefined)}>
      <h3 className={classes.heading}>{title}</h3>
      {children}
    </section>
  );
}
