const came = [0, 1, 1, 4, 3, 6, 0, 2];

/** Fifty accounts with totals of 0 to 7, seventeen of which have the outcome; nobody has a total of 6. */
export const eightTotals = [3, 6, 9, 12, 10, 8, 0, 2].map((n, total) => ({
  total,
  n,
  positives: came[total]!,
}));
