import { useTranslation } from 'react-i18next';
import type { KeptDiscovery, Pattern } from '../../api/generated/types.gen.ts';
import { useFormat } from '../../shared/i18n/index.ts';
import type { Speech } from '../../shared/words/index.ts';
import { patternWords } from './pattern-words.ts';

type Notes = (pattern: Pattern) => readonly string[];

/** What a reader should know of a pattern beside its figures: doubts, what would settle it, whom it reaches. */
export function useNotes(
  { patterns, questions, unit, judgements, contrast }: KeptDiscovery,
  speech: Speech,
): Notes {
  const { t } = useTranslation(['patterns', 'judgements']);
  const format = useFormat();
  const wordsOf = (id: string | null) => {
    const other = [...patterns, ...questions].find((pattern) => pattern.id === id);
    return other === undefined ? t('note.start') : `“${patternWords(speech, other)}”`;
  };
  const doubtsOf = ({ explainedBy, cohort, doubts }: Pattern) => {
    const explained = doubts.find(({ kind }) => kind === 'explained');
    if (explainedBy !== null || explained !== undefined || cohort === 'explained')
      return [t('note.explained', { by: wordsOf(explainedBy ?? explained?.by ?? null) })];
    const like = doubts.find(({ kind }) => kind === 'not-told-apart');
    return like === undefined ? [] : [t('note.alike', { by: wordsOf(like.by) })];
  };
  return (pattern) => {
    const { declared, unknown, needMore, verdict, reach, searchable, adds, parts, best, rest } = pattern;
    const compared = best.of + rest.of + unknown;
    const said = judgements.filter(({ pattern: id }) => id === pattern.id);
    return [
      ...(declared ? [t('note.declared')] : []),
      ...(adds === null || parts.length === 0
        ? []
        : [
            t('note.adds', {
              points: format.number(100 * Math.abs(adds), 0),
              side: t(`side.${contrast}.best`),
            }),
          ]),
      ...(parts.length > 0 && verdict === 'none' ? [t('note.notNeeded')] : []),
      ...doubtsOf(pattern),
      ...(verdict === 'supported' || needMore === null
        ? []
        : [
            t('note.needMore', {
              count: needMore,
              shown: format.number(needMore),
              unit: t(`unit.${unit}_other`),
            }),
          ]),
      ...(unknown > 0.1 * compared ? [t('note.unknown', { share: format.share(unknown / compared) })] : []),
      ...(searchable === false ? [t('note.notSearchable')] : []),
      ...(reach === null ? [] : [t('note.reach', { share: format.share(reach) })]),
      ...said.map(({ team, kind }) => `${t(`judgements:team.${team}`)}: ${t(`judgements:kind.${kind}`)}`),
    ];
  };
}
