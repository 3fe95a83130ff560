import type { NewResult } from '../../../app/new-profile.ts';
import type { ShownProfile } from '../../../app/show-profile.ts';
import { renderText } from '../../page/index.ts';
import type { TextStyle } from '../types.ts';

/** The first page, what would test each belief, and what could not be read as a search. */
export function newProfileText(result: NewResult, shown: ShownProfile, style: TextStyle): string {
  const tests = result.hypotheses.map(({ label, test }) => `  ${label}: ${test}`);
  const unread = result.unread.map(({ question, text, why }) => `  ${question}: "${text}" (${why})`);
  return [
    renderText(shown.page, style),
    ...(tests.length === 0 ? [] : ['Recorded before looking at data. What would test each:', ...tests, '']),
    ...(unread.length === 0
      ? []
      : ['Not yet a search; say it as a value, a window, a tool or a signal:', ...unread, '']),
    'Next: `bestfit import prospects.csv`, then `bestfit list`; `bestfit profile show --format yaml` to edit the page.',
  ].join('\n');
}
