const dayMs = 24 * 60 * 60_000;

/** What may be spent (requests, tokens) until midnight UTC. */
export class DailyBudget {
  readonly size: number;
  #day = -1;
  #spent = 0;

  constructor(size: number) {
    this.size = size;
  }

  /** Spends `cost` at `now`, or (false) refuses when less is left; what is refused is not spent. */
  take(now: number, cost = 1): boolean {
    if (this.remaining(now) < cost) return false;
    this.#spent += cost;
    return true;
  }

  /** What is left of the day of `now`. */
  remaining(now: number): number {
    return this.size - this.spent(now);
  }

  /** What was spent on the day of `now`. */
  spent(now: number): number {
    const day = Math.floor(now / dayMs);
    if (day !== this.#day) this.#spent = 0;
    this.#day = day;
    return this.#spent;
  }

  /** Milliseconds from `now` until midnight. */
  waitMs(now: number): number {
    return dayMs - (now % dayMs);
  }
}
