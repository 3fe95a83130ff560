/** Row numbers of a sheet in a growing list of four bytes each. */
export class RowNumbers {
  #numbers = new Uint32Array(1024);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(number: number): void {
    if (this.#count === this.#numbers.length) {
      const longer = new Uint32Array(this.#count * 2);
      longer.set(this.#numbers);
      this.#numbers = longer;
    }
    this.#numbers[this.#count] = number;
    this.#count += 1;
  }

  /** Number of the row at a 1-based place; 0 when there is none. */
  at(place: number): number {
    return place >= 1 && place <= this.#count ? (this.#numbers[place - 1] as number) : 0;
  }
}
