/** Which account each record belongs to. */
export interface Clusters {
  /** Dense account number of each record. */
  readonly cluster: Int32Array;
  readonly accounts: number;
}

/** Sum of the scores of each account. */
export function accountSums(scores: Float64Array, { cluster, accounts }: Clusters): Float64Array {
  const sums = new Float64Array(accounts);
  for (let i = 0; i < scores.length; i++) sums[cluster[i]!]! += scores[i]!;
  return sums;
}

/** Mean of a column in each account. */
export function accountMeans(column: Float64Array, clusters: Clusters): Float64Array {
  const sizes = accountSizes(clusters);
  return accountSums(column, clusters).map((sum, a) => sum / sizes[a]!);
}

/** Number of records of each account. */
function accountSizes(clusters: Clusters): Float64Array {
  return accountSums(new Float64Array(clusters.cluster.length).fill(1), clusters);
}

/**
 * Codes per account when the records of every account agree (an unknown agrees with anything); else null: the
 * attribute is one of the deal, whatever its field says.
 */
export function accountCodes(codes: Int32Array, { cluster, accounts }: Clusters): Int32Array | null {
  const found = new Int32Array(accounts).fill(-1);
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i]!;
    const account = cluster[i]!;
    if (code < 0) continue;
    if (found[account]! >= 0 && found[account] !== code) return null;
    found[account] = code;
  }
  return found;
}

/**
 * How many times the variance of a sum over records grows because records of one account are alike (Kish):
 * 1 + (sum of squared sizes / n - 1) x likeness of the scores x likeness of the condition.
 */
export function designEffect(scores: Float64Array, inside: Float64Array, clusters: Clusters): number {
  const sizes = accountSizes(clusters);
  const typical = sizes.reduce((sum, m) => sum + m * m, 0) / scores.length;
  const alike = likeness(scores, sizes, clusters) * likeness(inside, sizes, clusters);
  return 1 + Math.max(0, typical - 1) * alike;
}

/** Intraclass correlation by analysis of variance, held to 0..1. */
function likeness(column: Float64Array, sizes: Float64Array, clusters: Clusters): number {
  const n = column.length;
  const { accounts } = clusters;
  if (accounts < 2 || n <= accounts) return 0;
  const centre = column.reduce((sum, x) => sum + x, 0) / n;
  const sums = accountSums(column, clusters);
  const total = column.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const between = sums.reduce((sum, s, a) => sum + sizes[a]! * (s / sizes[a]! - centre) ** 2, 0);
  const meanBetween = between / (accounts - 1);
  const meanWithin = Math.max(0, total - between) / (n - accounts);
  const size = (n - sizes.reduce((sum, m) => sum + m * m, 0) / n) / (accounts - 1);
  const spread = meanBetween + (size - 1) * meanWithin;
  return spread > 0 ? Math.min(1, Math.max(0, (meanBetween - meanWithin) / spread)) : 0;
}

/**
 * The same for an attribute of the account: variance of a sum of centred scores over randomly chosen accounts, over
 * the variance of a sum over as many randomly chosen records. Below 1 it is held to 1.
 */
export function accountDesignEffect(scores: Float64Array, inside: Float64Array, clusters: Clusters): number {
  const spread = (column: Float64Array, chosen: number): number => {
    const n = column.length;
    const centre = column.reduce((sum, x) => sum + x, 0) / n;
    const variance = column.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (n - 1);
    return ((chosen * (n - chosen)) / n) * variance;
  };
  const total = (column: Float64Array): number => column.reduce((sum, x) => sum + x, 0);
  const members = accountMeans(inside, clusters);
  const free = spread(scores, total(inside));
  return free > 0 ? Math.max(1, spread(accountSums(scores, clusters), total(members)) / free) : 1;
}
