import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Evidence } from '../../../api/generated/types.gen.ts';
import { useFormat } from '../../../shared/i18n/index.ts';
import type { PageWords } from '../model/use-words.ts';
import { EvidenceMark } from './evidence-mark.tsx';
import classes from './sheet.module.css';

/** One line of the page: points, words, mark, figures. */
export function LineRow({
  points,
  words,
  below,
  evidence,
  pageWords,
}: {
  readonly points: ReactNode;
  readonly words: ReactNode;
  readonly below: ReactNode;
  readonly evidence: Evidence | null;
  readonly pageWords: PageWords;
}) {
  const { t } = useTranslation('profile');
  return (
    <div className={classes.line}>
      {points}
      <div>
        {words} {below}
      </div>
      {evidence === null ? (
        <p className={classes.unmeasured}>{t('sheet.notMeasured')}</p>
      ) : (
        <Figures evidence={evidence} pageWords={pageWords} />
      )}
    </div>
  );
}

function Figures({ evidence, pageWords }: { readonly evidence: Evidence; readonly pageWords: PageWords }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { counts, lift, verdict } = pageWords.evidence(evidence);
  const times = (value: number) => format.number(value, value >= 10 ? 0 : 1);
  const { best, rest, needMore, unknown } = evidence;
  const more = needMore === null ? '' : ` ${t('sheet.needMore', { count: needMore })}`;
  const unsure = unknown === 0 ? '' : ` ${t('sheet.unknown', { count: unknown })}`;
  return (
    <>
      <EvidenceMark evidence={evidence} label={`${counts}; ${lift}; ${verdict}.${more}${unsure}`} />
      <p className={classes.evidence} title={`${counts}. ${lift}.${more}${unsure}`}>
        <b>{format.share(best.of === 0 ? 0 : best.n / best.of)}</b> {t('sheet.ofBest', { of: best.of })}{' '}
        {t('sheet.against')} {format.share(rest.of === 0 ? 0 : rest.n / rest.of)}
        <br />
        <em data-verdict={evidence.verdict}>{t(`sheet.verdict.${evidence.verdict}`)}</em>{' '}
        {times(evidence.lift)}× ({times(evidence.interval[0])}–{times(evidence.interval[1])})
      </p>
    </>
  );
}
