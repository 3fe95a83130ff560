/**
 * Follows bytes as UTF-8, one after the other, and counts: whole characters of more than one byte, and bytes that
 * cannot be where they are (overlong forms, surrogates and cut characters among them).
 *
 * @see https://encoding.spec.whatwg.org/#utf-8-decoder
 */
export class Utf8Watch {
  sequences = 0;
  faults = 0;
  #missing = 0;
  #least = 0x80;
  #most = 0xbf;

  step(byte: number): void {
    if (this.#missing === 0) {
      if (byte >= 0x80) this.#begin(byte);
      return;
    }
    const fits = byte >= this.#least && byte <= this.#most;
    this.#least = 0x80;
    this.#most = 0xbf;
    if (!fits) {
      this.#missing = 0;
      this.faults += 1;
      this.step(byte);
      return;
    }
    this.#missing -= 1;
    if (this.#missing === 0) this.sequences += 1;
  }

  /** Ends the text: a character that is not whole by now is a fault. */
  end(): void {
    if (this.#missing > 0) this.faults += 1;
    this.#missing = 0;
  }

  #begin(byte: number): void {
    if (byte < 0xc2 || byte > 0xf4) {
      this.faults += 1;
      return;
    }
    this.#missing = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
    if (byte === 0xe0) this.#least = 0xa0;
    if (byte === 0xed) this.#most = 0x9f;
    if (byte === 0xf0) this.#least = 0x90;
    if (byte === 0xf4) this.#most = 0x8f;
  }
}
