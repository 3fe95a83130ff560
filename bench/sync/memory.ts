import { readFileSync, writeFileSync } from 'node:fs';

const kibPerMib = 1024;

/** The most memory that this process held since the last `forgetPeak`, in MiB (VmHWM); null where the system does not say. */
export function peakSince(): number | null {
  try {
    const said = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'));
    return said === null ? null : Math.round(Number(said[1]) / kibPerMib);
  } catch {
    return null;
  }
}

/** From now on the peak counts anew, from what is held at this moment. */
export function forgetPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // The peak of all that was before stands, where it cannot be forgotten.
  }
}
