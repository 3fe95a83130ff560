/** One cell after reading. A band has `value` null and its ends; other kinds have no ends. */
export interface CellValue {
  readonly value: string | number | boolean | readonly string[] | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string | null;
}
