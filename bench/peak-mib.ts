const KIB_PER_MIB = 1024;

/** The most memory that this process held so far, in MiB. */
export function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / KIB_PER_MIB);
}
