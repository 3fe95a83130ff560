import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { replaceAt } from '../draft/replace-at.ts';
import { EditText } from '../inline/edit-text.tsx';
import { useEditing } from '../inline/editing.ts';
import editClasses from '../inline/inline.module.css';
import type { SheetModel } from '../model/sheet-model.ts';
import type { PageWords } from '../model/use-words.ts';
import classes from './sheet.module.css';

/** Challenges, open questions and, on paper, what is to be fixed: each as wide as it has to say. */
export function Bottom({
  model,
  words,
  withFindings,
}: {
  readonly model: SheetModel;
  readonly words: PageWords;
  readonly withFindings: boolean;
}) {
  const { t } = useTranslation('profile');
  const questions = model.questions.map((question) => ({
    text: question.text,
    shown: words.question(question),
  }));
  const findings = withFindings
    ? model.findings.map((finding) => ({ ...finding, shown: words.finding(finding).message }))
    : [];
  const columns = [
    widthOf(model.profile.challenges),
    ...(questions.length === 0 ? [] : [widthOf(questions.map(({ shown }) => shown))]),
    ...(findings.length === 0 ? [] : [widthOf(findings.map(({ shown }) => shown))]),
  ];
  return (
    <section
      className={classes.bottom}
      style={{ '--columns': columns.map((share) => `minmax(0,${share}fr)`).join(' ') } as CSSProperties}
    >
      <div>
        <h3 className={classes.heading}>{t('sheet.challenges')}</h3>
        <Texts part="challenges" texts={model.profile.challenges.map((text) => ({ text, shown: text }))} />
      </div>
      {questions.length === 0 ? null : (
        <div>
          <h3 className={classes.heading}>{t('sheet.questions')}</h3>
          <Texts part="questions" texts={questions} />
        </div>
      )}
      {findings.length === 0 ? null : (
        <div>
          <h3 className={classes.heading}>{t('sheet.toFix')}</h3>
          <ul className={classes.bullets}>
            {findings.map(({ code, path, severity, shown }) => (
              <li key={`${code} ${path}`} data-severity={severity}>
                {shown}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** Between a ninth and all of the width, by how much there is to say. */
function widthOf(texts: readonly string[]): number {
  const characters = texts.reduce((sum, text) => sum + text.length + 20, 0);
  return Math.max(1, Math.round(Math.min(900, Math.max(200, characters)) / 100));
}

function Texts({
  part,
  texts,
}: {
  readonly part: 'challenges' | 'questions';
  readonly texts: readonly { readonly text: string; readonly shown: string }[];
}) {
  const { t } = useTranslation('profile');
  const editing = useEditing();
  const keep = (at: number, text: string | null) =>
    editing?.edit((profile) => ({ ...profile, [part]: replaceAt(profile[part], at, text) }));
  return (
    <>
      {texts.length === 0 ? <p className={classes.open}>{t(`sheet.${part}Open`)}</p> : null}
      <ul className={classes.bullets}>
        {texts.map(({ text, shown }, at) => (
          <li key={text}>
            <EditText text={shown} label={t(`sheet.${part}`)} onKeep={(next) => keep(at, next)} />
          </li>
        ))}
      </ul>
      {editing === null ? null : (
        <button
          type="button"
          className={editClasses.add}
          onClick={() => keep(texts.length, t(`edit.new.${part}`, { n: texts.length + 1 }))}
        >
          + {t('edit.add')}
        </button>
      )}
    </>
  );
}
