import type { ExplainResult } from '../../../app/explain-account.ts';
import type { SimilarCustomer, SimilarCustomers } from '../../../app/similar-customers.ts';
import type { ComparedOn } from '../../../stages/explain/index.ts';
import { countWords, plural } from '../../words/index.ts';
import { wrapAfter } from './sum-lines.ts';

/** Subjects that are printed in one row, at most; the JSON has all. */
const mostSubjects = 8;

type Found = Extract<SimilarCustomers, { kind: 'similar' }>;

/** The best customers most like the account, on what they agree and on what they differ. */
export function explainSimilar(
  { similar, customer }: Pick<ExplainResult, 'similar' | 'customer'>,
  width: number,
): readonly string[] {
  if (similar.kind === 'none')
    return [...wrapAfter('', `No best customers to compare with. ${similar.reason}`, width), ''];
  const whom = similar.by === 'won' ? 'won account' : 'best customer';
  const others = customer?.best === true ? 'other ' : '';
  return [
    `Most alike of the ${plural(similar.compared, `${others}${whom}`)}`,
    ...similar.customers.flatMap((of, i) => customerLines(of, { place: i + 1, by: similar.by, width })),
    '',
  ];
}

function customerLines(
  of: SimilarCustomer,
  { place, by, width }: { readonly place: number; readonly by: Found['by']; readonly width: number },
): readonly string[] {
  const { agree, known, points, agreements, differences } = of;
  const name = of.name === null ? of.accountId : `${of.name} (${of.accountId})`;
  const ofPage = points.known === 0 ? '' : `, ${points.agree} of ${points.known} points of the page`;
  const page = agreements.filter((on) => on.points > 0);
  const also = agreements.filter((on) => on.points === 0);
  return [
    ...wrapAfter(`  ${place}  `, name, width),
    ...worthWords(of, by).flatMap((words) => wrapAfter('     ', words, width)),
    ...wrapAfter('     ', `agrees on ${agree} of ${plural(known, 'thing')} known of both${ofPage}`, width),
    ...subjectLines('page', page.map(agreedWords), width),
    ...subjectLines('also', also.map(agreedWords), width),
    ...subjectLines('not', differences.map(differWords), width),
  ];
}

function subjectLines(title: string, words: readonly string[], width: number): readonly string[] {
  const more = words.length - mostSubjects;
  const some = words.slice(0, mostSubjects).join('; ');
  return words.length === 0
    ? []
    : wrapAfter(`     ${title.padEnd(4)}  `, more > 0 ? `${some}; ${more} more` : some, width);
}

function worthWords({ rank, since, contractValue }: SimilarCustomer, by: Found['by']): readonly string[] {
  const currency = contractValue?.currency ?? '';
  const facts = [
    ...(rank === null ? [] : [`number ${countWords(rank)} by value`]),
    ...(contractValue === null
      ? []
      : [[countWords(contractValue.value), currency, by === 'won' ? 'won' : 'a year'].join(' ')]),
    ...(since === null ? [] : [`customer since ${since}`]),
  ];
  return facts.length === 0 ? [] : [facts.join(', ')];
}

function agreedWords({ kind, subject, here, there }: ComparedOn): string {
  if (kind === 'tool' && here === 'none found' && there === 'none found') return `no ${subject}`;
  const both = here === there ? here : `${here} and ${there}`;
  return kind === 'tool' ? `uses ${subject} (${both})` : `${subject} ${both}`;
}

function differWords({ subject, here, there }: ComparedOn): string {
  return `${subject} ${here}, there ${there}`;
}
