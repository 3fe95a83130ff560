/** What goes wrong. All but `slow` and `cut` come in place of the answer: the request then changed nothing. */
export type Fault =
  /** The vendor's own form of "too many requests". */
  | { readonly kind: 'rate-limit' }
  /** The vendor's own form of "this token is no longer valid". */
  | { readonly kind: 'unauthorized' }
  /** A failure of the server, such as 500, 502 or 503; 502 to 504 come as HTML, as from a gateway. */
  | { readonly kind: 'server-error'; readonly status: number }
  /** The right answer, after a real delay. */
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The request is carried out, and the connection ends after so many bytes of the answer; 0: before its head. */
  | { readonly kind: 'cut'; readonly afterBytes: number };

/** When it goes wrong: at the nth request from now on, or at every nth; of one endpoint, or (null) of all. */
export interface FaultTime {
  readonly at: 'nth' | 'every';
  readonly n: number;
  readonly endpoint: string | null;
}

interface Planned {
  readonly fault: Fault;
  readonly time: FaultTime;
  seen: number;
}

/** The faults that a stand-in will show, and those it has shown. */
export class FaultPlan {
  #planned: Planned[] = [];
  #shown: Fault[] = [];

  /** Plans a fault; `endpoint` is part of an endpoint's name, such as `/search`. */
  add(fault: Fault, time: FaultTime): void {
    if (!Number.isInteger(time.n) || time.n < 1) throw new Error(`requests are counted from 1: ${time.n}`);
    this.#planned.push({ fault, time, seen: 0 });
  }

  /** The fault of the request that has just arrived, or null. */
  take(endpoint: string): Fault | null {
    let taken: Fault | null = null;
    for (const planned of this.#planned) {
      if (!endpoint.includes(planned.time.endpoint ?? '')) continue;
      planned.seen++;
      const { at, n } = planned.time;
      const isDue = at === 'nth' ? planned.seen === n : planned.seen % n === 0;
      if (isDue) taken ??= planned.fault;
    }
    if (taken !== null) this.#shown.push(taken);
    return taken;
  }

  /** The faults that were shown, in order. */
  get shown(): readonly Fault[] {
    return this.#shown;
  }

  /** Forgets what is planned and what was shown. */
  clear(): void {
    this.#planned = [];
    this.#shown = [];
  }
}
