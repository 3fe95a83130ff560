import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import { Term } from '../../shared/ui/index.ts';
import { numberWords, type Speech, verdictWords } from '../../shared/words/index.ts';
import { AddLine } from './add-line.tsx';
import { EvidenceMark } from './evidence-mark.tsx';
import classes from './pattern.module.css';
import { PatternJudgements } from './pattern-judgements.tsx';
import { ShareChart } from './share-chart.tsx';
import { useNotes } from './use-notes.ts';

interface FactsProps {
  readonly pattern: Pattern;
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
}

/** The evidence of one pattern, every figure with its number, interval and method. */
export function PatternFacts({ pattern, discovery, speech }: FactsProps) {
  const { t } = useTranslation('patterns');
  const format = useFormat();
  const notes = useNotes(discovery, speech)(pattern);
  const { best, rest, lift, interval, pAdjusted, pField, stability, verdict, unknown } = pattern;
  const times = (value: number) => numberWords(speech.language, value, 2);
  const chance = (p: number) =>
    p < 0.001 ? t('facts.under', { p: format.number(0.001, 3) }) : format.number(p, 3);
  const sides = discovery.contrast;
  const shares = discovery.shares.find(({ field }) => field === pattern.field);
  const side = (which: 'best' | 'rest', { n, of }: Pattern['best']) =>
    t('facts.share', { side: t(`side.${sides}.${which}`), share: format.share(n / Math.max(1, of)), n, of });
  return (
    <>
      <section>
        <p className={classes.verdict} data-verdict={verdict}>
          {verdictWords(speech, verdict)}
        </p>
        <EvidenceMark pattern={pattern} label={t('facts.mark')} />
        <dl className={classes.figures}>
          <Figure name={side('best', best)} value="" />
          <Figure name={side('rest', rest)} value="" />
          <Figure
            name={<Term name="lift">{t('facts.lift')}</Term>}
            value={t('row.lift', { times: times(lift), low: times(interval[0]), high: times(interval[1]) })}
          />
          <Figure name={<Term name="permutation">{t('facts.adjusted')}</Term>} value={chance(pAdjusted)} />
          <Figure name={t('facts.field')} value={chance(pField)} />
          <Figure name={t('facts.unknown')} value={format.number(unknown)} />
          {stability === null ? null : <Figure name={t('facts.stability')} value={format.share(stability)} />}
        </dl>
        {notes.length === 0 ? null : (
          <ul className={classes.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </section>
      <AddLine pattern={pattern} discovery={discovery} speech={speech} />
      <PatternJudgements pattern={pattern} discovery={discovery} />
      {shares === undefined ? null : <ShareChart shares={shares} speech={speech} />}
    </>
  );
}

function Figure({ name, value }: { readonly name: React.ReactNode; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
