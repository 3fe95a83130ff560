/** Where a text stops being JSON, and why. */
export class JsonFault extends Error {
  /** Offset in the text at hand. */
  readonly at: number;
  /** The text ended in the middle of a value: more of it may mend the fault. */
  readonly atEnd: boolean;

  constructor(at: number, reason: string, atEnd = false) {
    super(reason);
    this.name = 'JsonFault';
    this.at = at;
    this.atEnd = atEnd;
  }
}
