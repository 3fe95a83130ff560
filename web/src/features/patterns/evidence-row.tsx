import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { type Speech, verdictWords } from '../../shared/words/index.ts';
import classes from './evidence.module.css';
import { EvidenceMark } from './evidence-mark.tsx';
import { patternWords } from './pattern-words.ts';
import { timesWords } from './times-words.ts';
import { useNotes } from './use-notes.ts';

interface RowProps {
  readonly pattern: Pattern;
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string) => void;
}

/** A combination that describes the best, without it being shown that all of it is needed. */
function isDescribing({ parts, verdict }: Pattern): boolean {
  return parts.length > 0 && verdict === 'none';
}

/** One pattern: the trait in words, its evidence on the axis, and how sure it is. */
export function EvidenceRow({ pattern, discovery, speech, onOpen }: RowProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const notes = useNotes(discovery, speech)(pattern);
  const { best, rest, lift, interval, verdict, direction } = pattern;
  const times = (value: number) => timesWords(speech.language, value);
  const sides = discovery.contrast;
  const counts = t('row.counts', {
    best: t(`side.${sides}.best`),
    rest: t(`side.${sides}.rest`),
    n: best.n,
    of: best.of,
    others: rest.n,
    ofOthers: rest.of,
  });
  const words = t('row.lift', { times: times(lift), low: times(interval[0]), high: times(interval[1]) });
  return (
    <li className={classes.row} data-verdict={verdict}>
      <div className={classes.trait}>
        <button type="button" className={classes.name} onClick={() => onOpen(pattern.id)}>
          {patternWords(speech, pattern)}
        </button>
        {direction === 'against' ? <span className={classes.against}>{t('row.against')}</span> : null}
        {notes.length === 0 ? null : <p className={classes.notes}>{notes.join(' · ')}</p>}
      </div>
      <div className={classes.chart}>
        <EvidenceMark pattern={pattern} label={`${counts}; ${words}`} />
      </div>
      <div className={classes.shares}>
        <span>{format.share(best.n / Math.max(1, best.of))}</span>
        <span className={classes.soft}>{format.share(rest.n / Math.max(1, rest.of))}</span>
      </div>
      <div className={classes.verdict}>
        <span className={classes.badge} data-verdict={verdict}>
          {isDescribing(pattern) ? t(`describes.${sides}`) : verdictWords(speech, verdict)}
        </span>
        <span className={classes.soft} title={counts}>
          {words}
        </span>
      </div>
    </li>
  );
}
