import { markdownTable } from '../markdown-table.ts';
import type { CountedStep, measureSyncs } from './measure-vendor.ts';
import type { Vendor } from './vendors.ts';

/** What the bench measured. */
export interface SyncFigures {
  readonly syncs: readonly Awaited<ReturnType<typeof measureSyncs>>[];
  readonly memory: readonly {
    readonly vendor: Vendor;
    readonly records: number;
    readonly readMiB: number | null;
    readonly importMiB: number | null;
    readonly peakMiB: number | null;
  }[];
  readonly writes: readonly { readonly vendor: Vendor; readonly days: readonly CountedStep[] }[];
}

/** Time of one answer, where a sync is not only held up by limits: connectors ask one thing after the other. */
const answerSeconds = 0.25;

/** The tables for docs/evidence.md. */
export function syncTables({ syncs, memory, writes }: SyncFigures): readonly string[] {
  const steps = syncs.flatMap(({ vendor, full, incremental, nothing }) => [
    stepRow(vendor, 'everything', full),
    stepRow(vendor, '1% changed', incremental),
    stepRow(vendor, 'nothing new', nothing),
  ]);
  const peaks = memory.map(({ vendor, records, readMiB, importMiB }) => ({
    vendor,
    records: records.toLocaleString('en'),
    'peak, reading and merging, MiB': readMiB ?? '-',
    'peak, import, MiB': importMiB ?? '-',
  }));
  return [markdownTable(steps), markdownTable(peaks), markdownTable(writes.map(writeRow))];
}

function stepRow(vendor: Vendor, step: string, { times, counted, least }: CountedStep) {
  const total = counted.total - (counted.byStatus['429'] ?? 0);
  return {
    vendor,
    sync: step,
    requests: total.toLocaleString('en'),
    least: (least?.requests ?? 0).toLocaleString('en'),
    'wall, s': seconds(times.wallMs),
    'of it import, s': times.import === null ? '-' : seconds(times.import.wallMs),
    'processor, s': seconds(times.cpuMs),
    'under the limits': duration(times.simulatedSeconds),
    'at 0.25 s an answer': duration(slowDuration(vendor, times.simulatedSeconds, counted.total)),
    'peak, MiB': times.peakMiB ?? '-',
  };
}

/** Waits for limits pass while answers are waited for; those for bulk jobs do not. */
function slowDuration(vendor: Vendor, limited: number, requests: number): number {
  const asking = requests * answerSeconds;
  return vendor === 'salesforce' ? limited + asking : Math.max(limited, asking);
}

function writeRow({ vendor, days }: SyncFigures['writes'][number]) {
  const of = (pick: (day: CountedStep) => number): number => days.reduce((sum, day) => sum + pick(day), 0);
  const [first] = days;
  return {
    vendor,
    'accounts written': of(({ write }) => write?.written ?? 0).toLocaleString('en'),
    requests: of(({ counted }) => counted.total).toLocaleString('en'),
    least: (first?.least?.requests ?? 0).toLocaleString('en'),
    'told before': `${first?.write?.budget.cost.toLocaleString('en') ?? '-'} ${first?.write?.budget.unit ?? ''}, ${first?.write?.budget.days ?? '-'} days`,
    days: days.length,
    'wall, s': seconds(of(({ times }) => times.wallMs)),
    'under the limits': duration(of(({ times }) => times.simulatedSeconds)),
  };
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function duration(whole: number): string {
  if (whole < 100) return `${Math.round(whole)} s`;
  return `${(whole / 60).toFixed(1)} min`;
}
