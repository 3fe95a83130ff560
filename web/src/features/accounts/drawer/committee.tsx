import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import classes from './drawer.module.css';
import { keyed } from './keyed.ts';
import type { SheetProps } from './sheet-props.ts';

type Person = NonNullable<SheetProps['account']['people']>[number];

/** The figures of the committee, found and missing, and all who are known; each with where that comes from. */
export function Committee({ account: { people }, list }: SheetProps) {
  const { t } = useTranslation('accounts');
  const others = (people ?? []).filter(({ figure }) => figure === null);
  if (people === null) return <p className={classes.text}>{t('drawer.noPeople')}</p>;
  return (
    <ul className={classes.people}>
      {list.committee.map((role, i) => {
        const own = people.filter(({ figure }) => figure === i);
        return (
          <li key={role} className={classes.figureRow} data-missing={own.length === 0 || undefined}>
            <span className={classes.role}>
              <span aria-hidden="true">{own.length === 0 ? '○' : '●'}</span> {role}
            </span>
            <span>
              {own.length === 0 ? t('drawer.missingFigure') : null}
              {keyed(own).map(({ key, item }) => (
                <PersonLine key={key} person={item} />
              ))}
            </span>
          </li>
        );
      })}
      {others.length === 0 ? null : (
        <li className={classes.figureRow}>
          <span className={classes.role}>{t('drawer.others')}</span>
          <span>
            {keyed(others).map(({ key, item }) => (
              <PersonLine key={key} person={item} />
            ))}
          </span>
        </li>
      )}
    </ul>
  );
}

function PersonLine({ person }: { readonly person: Person }) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const { name, title, email, emailStatus, source, obtainedOn, lawfulBasis, suppressed } = person;
  const origin = [
    ...(source === null ? [] : [source]),
    ...(obtainedOn === null ? [] : [format.day(obtainedOn)]),
    lawfulBasis === null ? t('drawer.noBasis') : t('drawer.basis', { basis: lawfulBasis }),
  ];
  return (
    <span className={classes.person}>
      <span>{[name, title].filter((part) => part !== null).join(', ')}</span>
      {suppressed ? (
        <span className={classes.tag}>{t('drawer.suppressed')}</span>
      ) : email === null ? null : (
        <a href={`mailto:${email}`} className={classes.mail}>
          {email}
          {emailStatus === null ? '' : ` (${emailStatus})`}
        </a>
      )}
      <span className={classes.small}>{origin.join(' · ')}</span>
    </span>
  );
}
