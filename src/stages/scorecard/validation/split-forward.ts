/** Units to learn from and later ones to test on, or why there are none. */
export type ForwardSplit =
  | {
      /** 0 for units that are held out, -1 for the earlier ones. */
      readonly folds: Int32Array;
      /** First day of those held out, in days since 1970-01-01. */
      readonly from: number;
    }
  | { readonly why: string };

/** Share of the units, the earliest, that is learned from. */
const EARLIER = 0.7;
const LEAST_EARLIER = 30;
/** Units of either outcome that must be there to test on, and to learn from. */
const LEAST = 8;

/**
 * The last three tenths of the units by date are held out, units of one day together. Units without a date, and accounts
 * with units on both sides, are left to the earlier side.
 *
 * @param startedOn days since 1970-01-01, NaN unknown.
 */
export function splitForward(
  startedOn: Float64Array | null,
  label: Uint8Array,
  cluster: Int32Array | null,
): ForwardSplit {
  const days = (startedOn ?? new Float64Array()).filter((day) => !Number.isNaN(day)).sort();
  if (days.length < label.length / 2) return { why: 'fewer than half have a date' };
  const from = days[Math.floor(EARLIER * days.length)]!;
  const late = Array.from(label, (_, unit) => startedOn![unit]! >= from);
  const early = new Set(cluster?.filter((_, unit) => !late[unit]) ?? []);
  const apart = late.filter((is, unit) => is && !early.has(cluster?.[unit] ?? -1)).length;
  if (apart < LEAST) return { why: 'nearly all later ones are of accounts that were there before' };
  const folds = Int32Array.from(late, (is, unit) => (is && !early.has(cluster?.[unit] ?? -1) ? 0 : -1));
  const sides = [0, -1].map((side) => label.filter((_, unit) => folds[unit] === side));
  if (sides[1]!.length < LEAST_EARLIER)
    return { why: `only ${sides[1]!.length} came before the last three tenths` };
  const short = sides.some((side) => rarer(side) < LEAST);
  return short ? { why: `fewer than ${LEAST} of an outcome before or after the cut` } : { folds, from };
}

function rarer(side: Uint8Array): number {
  const positives = side.reduce((sum, y) => sum + y, 0);
  return Math.min(positives, side.length - positives);
}
