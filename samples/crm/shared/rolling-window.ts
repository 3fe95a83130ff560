/** How many requests a vendor lets through in any stretch of `lengthMs`. */
export class RollingWindow {
  readonly #limit: number;
  readonly #lengthMs: number;
  #taken: number[] = [];

  constructor(limit: number, lengthMs: number) {
    this.#limit = limit;
    this.#lengthMs = lengthMs;
  }

  /** Lets a request through at `now`, or (false) refuses it; a refused one does not count. */
  take(now: number): boolean {
    this.#forget(now);
    if (this.#taken.length >= this.#limit) return false;
    this.#taken.push(now);
    return true;
  }

  /** How many more would be let through at `now`. */
  remaining(now: number): number {
    this.#forget(now);
    return this.#limit - this.#taken.length;
  }

  /** Milliseconds from `now` until one more is let through. */
  waitMs(now: number): number {
    this.#forget(now);
    return this.#taken.length < this.#limit ? 0 : this.#taken[0]! + this.#lengthMs - now;
  }

  #forget(now: number): void {
    let past = 0;
    while (past < this.#taken.length && this.#taken[past]! <= now - this.#lengthMs) past++;
    if (past > 0) this.#taken.splice(0, past);
  }
}
