import { foldText } from '../../base/expr/index.ts';
import type { Card } from '../scorecard/index.ts';

/**
 * The figure of the committee that a person is, by the role given or else by the job title: a title counts when it
 * contains one of the figure's titles as whole words, whatever stands between them. The first figure on the page
 * wins.
 *
 * @returns index into `committee`, or -1
 *
 * @example
 * committeeRoleOf([{ role: 'user', titles: ['front desk'] }], { title: 'Lead, Front-Desk', role: null }); // 0
 */
export function committeeRoleOf(
  committee: Card['committee'],
  person: { readonly title: string | null; readonly role: string | null },
): number {
  const role = wordsOf(person.role);
  const byRole = role === '' ? -1 : committee.findIndex((figure) => wordsOf(figure.role) === role);
  if (byRole >= 0) return byRole;
  const title = ` ${wordsOf(person.title)} `;
  return committee.findIndex((figure) => figure.titles.some((known) => contains(title, wordsOf(known))));
}

function contains(title: string, known: string): boolean {
  return known !== '' && title.includes(` ${known} `);
}

function wordsOf(text: string | null): string {
  return foldText(text ?? '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}
