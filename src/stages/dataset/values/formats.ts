/** How numbers of one column are written. */
export interface NumberFormat {
  /** Decimal mark; null lets every text speak for itself. */
  readonly decimal: '.' | ',' | null;
  /** Factor from the header; it applies to numbers that state no factor of their own. */
  readonly scale: number;
}

/** How sums of money of one column are written. */
export interface MoneyFormat extends NumberFormat {
  /** Currency of numbers that state none of their own. */
  readonly currency: string | null;
}

/** How dates of one column are written. */
export interface DateFormat {
  /** Order of day and month; null reads an undecided date day first. */
  readonly dateOrder: 'dmy' | 'mdy' | null;
  /** Day from which ages (`3 days ago`) are counted back; left out or null, an age is no date. */
  readonly ages?: string | null;
}
