import type { Cell } from '../../base/sql/index.ts';
import type { ColumnMapping, Dictionary } from '../../stages/dataset/index.ts';

/** Dictionaries of at most so many texts are written into the queries. */
export const FEW = 12;

/** What the entries of a dictionary say together. */
export class SeenEntries {
  readonly #currency: string | null;
  #misfits = 0;
  #banded = false;
  #otherCurrency = false;

  constructor({ format }: ColumnMapping) {
    this.#currency = format.currency;
  }

  /** Takes one row of the dictionary. */
  note([, reason, value, low = null, , currency]: readonly Cell[]): void {
    if (reason !== null) this.#misfits += 1;
    else if (low !== null) {
      this.#banded ||= value === null;
      this.#otherCurrency ||= currency !== this.#currency;
    }
  }

  get found(): Pick<Dictionary, 'misfits' | 'banded' | 'otherCurrency'> {
    return { misfits: this.#misfits, banded: this.#banded, otherCurrency: this.#otherCurrency };
  }
}
