import type { CheckedPage, OpenedPage, Profile } from '../../../api/generated/types.gen.ts';
import type { SheetModel } from './sheet-model.ts';

/** What the sheet shows of a page as it is edited; figures of the edit as soon as they are known. */
export function modelOf(page: OpenedPage, profile: Profile, checked: CheckedPage | null): SheetModel {
  const said = new Map(page.questions.map((question) => [question.text, question]));
  const counts = checked?.counts ?? null;
  return {
    head: page,
    profile,
    questions: profile.questions.map((text) => said.get(text) ?? { text, said: null }),
    findings: checked?.findings ?? page.findings,
    attainable: checked?.attainable ?? page.attainable,
    counts: counts === null ? page.counts : { scored: counts.scored, ...counts.after },
    labels: page.labels,
  };
}
