import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../shared/i18n/index.ts';
import { signed } from '../words/row-words.ts';
import classes from './drawer.module.css';
import type { SheetProps } from './sheet-props.ts';

type Steps = NonNullable<SheetProps['account']['up']>['ways'][number]['steps'];

/** What would move the account up a tier, or make it one to call today. */
export function Lift(props: SheetProps) {
  return (
    <>
      <Up {...props} />
      <Hot {...props} />
    </>
  );
}

function Up({ account: { up }, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (up === null) return null;
  const given = up.given.map(({ line, points }) => `${lines.label(line)} ${signed(points, format)}`);
  return (
    <>
      <p className={classes.text}>
        {t('drawer.missing', { tier: up.tier, count: up.missing, from: up.from })}
      </p>
      <ul className={classes.ways}>
        {up.ways.map(({ steps, unless, fit, tier }) => (
          <Way
            key={keyOf(steps)}
            steps={steps}
            unless={unless}
            lines={lines}
            reached={t('drawer.reaches', { tier, fit })}
          />
        ))}
      </ul>
      {up.ways.length > 0 ? null : (
        <p className={classes.text}>{t('drawer.outOfReach', { most: up.most })}</p>
      )}
      {given.length === 0 ? null : (
        <p className={classes.small}>{t('drawer.given', { lines: format.list(given) })}</p>
      )}
    </>
  );
}

function Hot({ account: { hot }, lines }: SheetProps) {
  const { t } = useTranslation('accounts');
  const format = useFormat();
  if (hot === null) return null;
  return (
    <>
      <p className={classes.text}>{t('drawer.notHot', { missing: format.number(hot.missing, 2) })}</p>
      <ul className={classes.ways}>
        {hot.ways.map(({ steps, unless, timing }) => (
          <Way
            key={keyOf(steps)}
            steps={steps}
            unless={unless}
            lines={lines}
            reached={t('drawer.reachesHot', { points: format.number(timing, 2) })}
          />
        ))}
      </ul>
    </>
  );
}

function Way({
  steps,
  unless,
  reached,
  lines,
}: Pick<SheetProps, 'lines'> & {
  readonly steps: Steps;
  readonly unless: readonly string[];
  readonly reached: string;
}) {
  const { t } = useTranslation('accounts');
  const words = steps.map(({ line, kind, outcome }) => {
    const what = kind === 'find-out' ? lines.subject(line) : lines.label(line);
    return kind === 'find-out' ? t('step.find-out', { what }) : t(`step.${kind}_${outcome}`, { what });
  });
  return (
    <li className={classes.way}>
      {words.join(` ${t('drawer.and')} `)}
      <span className={classes.reached}>{reached}</span>
      {unless.length === 0 ? null : (
        <span className={classes.small}>{t('drawer.unless', { reasons: unless.join('; ') })}</span>
      )}
    </li>
  );
}

function keyOf(steps: Steps): string {
  return steps.map(({ line }) => line).join();
}
