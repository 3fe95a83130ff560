import type { RejectedLine } from '../../../base/sql/index.ts';

const MOST = 1000;
const LONGEST = 100_000;

/** Lines or records that are no row: the first thousand, and the number of all. */
export class SetAside {
  readonly lines: RejectedLine[] = [];
  total = 0;

  add({ line, reason, text }: RejectedLine): void {
    this.total += 1;
    if (this.lines.length < MOST)
      this.lines.push({ line, reason, text: Buffer.from(text.slice(0, LONGEST)).toString() });
  }
}

/** What a value is that should have been a record, by its first character. */
export function notARecord(first: number): string {
  const kinds: Readonly<Record<string, string>> = {
    '[': 'a list',
    '"': 'a text',
    t: 'a truth',
    f: 'a truth',
    n: 'null',
  };
  return `${kinds[String.fromCharCode(first)] ?? 'a number'} where a record in \`{}\` is needed`;
}
