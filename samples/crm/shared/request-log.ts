/** What was asked of a stand-in: requests per endpoint and answers per status. */
export class RequestLog {
  #requests = new Map<string, number>();
  #answers = new Map<number, number>();

  /** Counts one request that arrived. */
  arrived(endpoint: string): void {
    this.#requests.set(endpoint, (this.#requests.get(endpoint) ?? 0) + 1);
  }

  /** Counts one answer by its status; 0 stands for an answer that was cut. */
  answered(status: number): void {
    this.#answers.set(status, (this.#answers.get(status) ?? 0) + 1);
  }

  /** All requests so far. */
  get total(): number {
    return [...this.#requests.values()].reduce((sum, n) => sum + n, 0);
  }

  /** Requests per endpoint (`GET /crm/objects/2026-09/companies`), by name. */
  get byEndpoint(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#requests].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  /** Answers per status. */
  get byStatus(): Readonly<Record<number, number>> {
    return Object.fromEntries(this.#answers);
  }

  /** Requests to endpoints whose name contains `part`. */
  count(part: string): number {
    let sum = 0;
    for (const [endpoint, n] of this.#requests) if (endpoint.includes(part)) sum += n;
    return sum;
  }

  /** Starts counting anew. */
  clear(): void {
    this.#requests.clear();
    this.#answers.clear();
  }
}
