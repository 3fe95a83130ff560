import { useTranslation } from 'react-i18next';
import type { DataOverview, QualityFinding } from '../../api/generated/types.gen.ts';
import { useSpeech } from '../../shared/i18n/index.ts';
import { type Message, messageWords } from '../../shared/words/index.ts';
import classes from './data.module.css';
import { FindingFix } from './finding-fix.tsx';
import { usePlaceWords } from './use-place-words.ts';
import { WhenUnknown } from './when-unknown.tsx';

const shownExamples = 3;
/** So many fields of which nobody said when they are known are one question. */
const asOne = 3;
const severities = ['high', 'medium', 'low'] as const;

interface FindingsProps {
  readonly findings: readonly QualityFinding[];
  readonly data: DataOverview;
}

/** What a person should look at before believing what follows from the data, most severe first. */
export function Findings({ findings, data }: FindingsProps) {
  const { t } = useTranslation(['data', 'quality']);
  if (findings.length === 0) return <p className={classes.good}>{t('look.nothing')}</p>;
  return severities.map((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    return own.length === 0 ? null : (
      <section key={severity} className={classes.group}>
        <h2 className={classes.groupTitle}>
          <span className={classes.dot} data-severity={severity} aria-hidden="true" />
          {t(`quality:severity.${severity}`)}
          <span className={`${classes.faint} tabular`}>{own.length}</span>
        </h2>
        <FindingList findings={own} data={data} />
      </section>
    );
  });
}

/** One below the other; the many questions of when fields are known are one. */
function FindingList({ findings, data }: FindingsProps) {
  const label = useFieldLabel(data);
  const whens = findings.filter(({ kind }) => kind === 'when-unknown');
  const isMany = whens.length >= asOne;
  const single = isMany ? findings.filter(({ kind }) => kind !== 'when-unknown') : findings;
  return (
    <ul className={classes.list}>
      {single.map((finding) => (
        <FindingItem key={keyOf(finding)} finding={finding} data={data} />
      ))}
      {isMany ? (
        <WhenUnknown findings={whens} labelOf={(finding) => label(finding).field ?? finding.field ?? ''} />
      ) : null}
    </ul>
  );
}

function keyOf({ kind, table, field, source, message }: QualityFinding): string {
  return [kind, table, field, source, message].join(' ');
}

function FindingItem({ finding, data }: { readonly finding: QualityFinding; readonly data: DataOverview }) {
  const speech = useSpeech();
  const label = useFieldLabel(data);
  const said = { ...finding.said, params: { ...finding.said.params, ...label(finding) } };
  const examples = said.examples.slice(0, shownExamples).map((params) => exampleWords(params));
  function exampleWords(params: Readonly<Record<string, unknown>>): string {
    const code = 'nearest' in params && params.nearest !== null ? 'unmatched-near' : said.code;
    return messageWords(speech, 'quality:example', { code, params } as Message);
  }
  return (
    <li className={classes.finding}>
      <div className={classes.grow}>
        <p className={classes.sentence}>{messageWords(speech, 'quality:message', said as Message)}</p>
        {examples.length === 0 ? null : <p className={classes.examples}>{examples.join(' · ')}</p>}
      </div>
      <div className={classes.fix}>
        <FindingFix finding={finding} data={data} />
      </div>
    </li>
  );
}

/** What the field of a finding is called, in place of its column name. */
function useFieldLabel({ fields }: DataOverview) {
  const words = usePlaceWords();
  return ({ table, field }: QualityFinding): { readonly field?: string } => {
    const known = fields.find((each) => each.table === table && each.name === field);
    return known === undefined ? {} : { field: words.field(known) };
  };
}
