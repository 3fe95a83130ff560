import { oddAnswer } from './odd-answer.ts';

/** What an answer says of the page after it. */
export interface Paging {
  readonly next?: { readonly after: string } | undefined;
}

/** Where the next page begins, null after the last; one that begins where this one did would be read for ever. */
export function nextPage(paging: Paging | undefined, asked: string | null): string | null {
  const after = paging?.next?.after ?? null;
  if (after !== null && after === asked) throw oddAnswer(`the page after \`${asked}\` leads to itself`);
  return after;
}
