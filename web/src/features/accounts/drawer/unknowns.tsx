import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { signed } from '../words/row-words.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

type Unknown = SheetProps['account']['unknowns'][number];

/** What is not known, what it could add or take, why, and where the answer could come from. */
export function Unknowns({ account, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  const worth = ({ takes, adds, part }: Unknown) => {
    if (part === 'market' || part === 'anti') return t(`drawer.may.${part}`);
    const sides = [takes, adds].filter((points) => points !== 0).map((points) => signed(points, format));
    return sides.join(' / ');
  };
  return (
    <ul className={classes.rows}>
      {account.unknowns.map((unknown) => (
        <li key={unknown.line} className={classes.row}>
          <span>
            {lines.subject(unknown.line)}
            {unknown.decides ? <span className={classes.tag}>{t('drawer.decides')}</span> : null}
            <span className={classes.small}>
              {[...new Set(unknown.why.map(({ reason }) => t(`whyUnknown.${reason}`)))].join('; ')}
              {sourcesOf(unknown).length === 0
                ? ''
                : ` · ${t('drawer.sources', { sources: format.list(sourcesOf(unknown)) })}`}
            </span>
          </span>
          <span className={classes.figure}>{worth(unknown)}</span>
        </li>
      ))}
    </ul>
  );
}

function sourcesOf({ why }: Unknown): readonly string[] {
  return [...new Set(why.flatMap(({ sources }) => sources))];
}
