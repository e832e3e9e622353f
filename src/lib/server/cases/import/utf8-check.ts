/**
 * Counts, chunk by chunk, the letters of several bytes that are good UTF-8 (`good`), those of them that only UTF-8
 * writes so in French (`accents`), and the places where it breaks (`broken`). Together they tell a Windows-1252 file (its
 * accents break, next to nothing is good) from a UTF-8 file with a damaged spot, and from two files joined, which a yes or
 * no could not.
 */
export class Utf8Check {
  good = 0;
  broken = 0;
  /** À to ÿ: in Windows-1252 the same bytes are an Ã and a sign after it, which no French word holds. */
  accents = 0;
  #isAccent = false;
  #missing = 0;
  #low = 0x80;
  #high = 0xbf;

  /** Looks at the next bytes; a letter may go on from one chunk to the next. */
  add(chunk: Uint8Array): void {
    for (let index = 0; index < chunk.length; index += 1) {
      const byte = chunk[index] as number;
      if (this.#missing > 0) this.#continue(byte);
      else if (byte >= 0x80) this.#begin(byte);
    }
  }

  /** The file is over: a letter cut short is broken. */
  end(): void {
    if (this.#missing > 0) this.broken += 1;
    this.#missing = 0;
  }

  #begin(byte: number): void {
    // the second byte has narrower bounds after some first ones: no overlong forms, no surrogates, at most U+10FFFF
    this.#low = byte === 0xe0 ? 0xa0 : byte === 0xf0 ? 0x90 : 0x80;
    this.#high = byte === 0xed ? 0x9f : byte === 0xf4 ? 0x8f : 0xbf;
    this.#isAccent = byte === 0xc3;
    if (byte >= 0xc2 && byte <= 0xdf) this.#missing = 1;
    else if (byte >= 0xe0 && byte <= 0xef) this.#missing = 2;
    else if (byte >= 0xf0 && byte <= 0xf4) this.#missing = 3;
    else this.broken += 1;
  }

  #continue(byte: number): void {
    if (byte < this.#low || byte > this.#high) {
      this.broken += 1;
      this.#missing = 0;
      // the byte that broke the letter may begin the next one
      if (byte >= 0x80) this.#begin(byte);
      return;
    }
    this.#low = 0x80;
    this.#high = 0xbf;
    this.#missing -= 1;
    if (this.#missing > 0) return;
    this.good += 1;
    if (this.#isAccent) this.accents += 1;
  }
}
