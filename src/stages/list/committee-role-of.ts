import { foldText } from '../../base/expr/index.ts';
import type { Card } from '../scorecard/index.ts';

/**
 * The figure of the committee that a person is, by the role given or else by the job title: a title counts when it
 * contains one of the figure's titles as whole words. The first figure on the page wins.
 *
 * @returns index into `committee`, or -1
 *
 * @example
 * committeeRoleOf([{ role: 'user', titles: ['front desk'] }], { title: 'Front Desk Lead', role: null }); // 0
 */
export function committeeRoleOf(
  committee: Card['committee'],
  person: { readonly title: string | null; readonly role: string | null },
): number {
  const role = foldText(person.role ?? '');
  const byRole = role === '' ? -1 : committee.findIndex((figure) => foldText(figure.role) === role);
  if (byRole >= 0 || person.title === null) return byRole;
  const title = ` ${foldText(person.title)} `;
  return committee.findIndex((figure) =>
    figure.titles.some((known) => title.includes(` ${foldText(known)} `)),
  );
}
