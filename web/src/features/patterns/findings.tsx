import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { type Speech, toldWords } from '../../shared/words/index.ts';
import { EvidenceAxis, EvidenceGroup } from './evidence-group.tsx';
import { NextQuestion } from './next-question.tsx';
import classes from './patterns.module.css';
import { SetAside } from './set-aside.tsx';
import { VerdictSentence } from './verdict-sentence.tsx';
import { Weak } from './weak.tsx';

interface FindingsProps {
  readonly discovery: KeptDiscovery;
  readonly speech: Speech;
  readonly onOpen: (id: string) => void;
}

/** Everything that a discovery found, the surest first, on one axis. */
export function Findings({ discovery, speech, onOpen }: FindingsProps) {
  const { t } = useTranslation('patterns');
  const { patterns, questions, contrast, expect } = discovery;
  const asked = new Set(questions.map(({ id }) => id));
  const sure = patterns.filter(({ verdict, parts }) => verdict !== 'none' && parts.length === 0);
  const together = patterns.filter(({ parts }) => parts.length > 0);
  const weak = patterns.filter(
    ({ id, verdict, parts }) => verdict === 'none' && parts.length === 0 && !asked.has(id),
  );
  const ofLayer = (some: readonly Pattern[]) => [...new Set(some.map(({ layer }) => layer))];
  const speakFor = sure.filter(({ direction }) => direction === 'for');
  const group = (title: string, some: readonly Pattern[]) => (
    <EvidenceGroup
      key={title}
      title={title}
      patterns={some}
      discovery={discovery}
      speech={speech}
      onOpen={onOpen}
    />
  );
  return (
    <>
      <VerdictSentence discovery={discovery} />
      {expect === null ? null : <p className={classes.expect}>{toldWords(speech, expect)}</p>}
      <NextQuestion discovery={discovery} speech={speech} onOpen={onOpen} />
      <div className={classes.sheet}>
        <EvidenceAxis contrast={contrast} />
        {ofLayer(speakFor).map((layer) =>
          group(
            t(`layer.${layer}`),
            speakFor.filter((pattern) => pattern.layer === layer),
          ),
        )}
        {group(
          t('group.against'),
          sure.filter(({ direction }) => direction === 'against'),
        )}
        {group(t('group.together'), together)}
        {group(t('group.questions'), questions)}
        {sure.length + together.length + questions.length === 0 ? (
          <p className={classes.none}>{t('group.none')}</p>
        ) : null}
      </div>
      <Weak patterns={weak} discovery={discovery} speech={speech} onOpen={onOpen} />
      <SetAside discovery={discovery} speech={speech} />
    </>
  );
}
