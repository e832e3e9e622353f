const FIRST_SLOTS = 1 << 12;
const FULL = 0.75;

/**
 * Remembers two whole numbers (32 bits each) for each of a million texts in some 30 MB, where a Map of texts would
 * take 200: texts are kept as a 64-bit hash, in typed arrays with open addressing. Two texts of a million share a hash
 * once in some thirty million files; whoever writes a file to make that happen loses a line of her own file.
 */
export class SeenTable {
  #slots = FIRST_SLOTS;
  #count = 0;
  #keys = new Uint32Array(FIRST_SLOTS * 2);
  #values = new Uint32Array(FIRST_SLOTS * 2);

  /** The two numbers of a text, or null when it was never seen. */
  get(text: string): readonly [number, number] | null {
    const slot = this.#find(fingerprint(text));
    if (this.#isFree(slot)) return null;
    return [this.#values[slot * 2] as number, this.#values[slot * 2 + 1] as number];
  }

  /** Remembers two numbers for a text, instead of those it had. */
  set(text: string, first: number, second: number): void {
    if (this.#count >= this.#slots * FULL) this.#grow();
    this.#put(fingerprint(text), first, second);
  }

  #put(key: readonly [number, number], first: number, second: number): void {
    const slot = this.#find(key);
    if (this.#isFree(slot)) this.#count += 1;
    this.#keys.set(key, slot * 2);
    this.#values.set([first, second], slot * 2);
  }

  /** The slot that holds the key, or the free one where it would go. */
  #find([high, low]: readonly [number, number]): number {
    let slot = low & (this.#slots - 1);
    while (!this.#isFree(slot) && (this.#keys[slot * 2] !== high || this.#keys[slot * 2 + 1] !== low))
      slot = (slot + 1) & (this.#slots - 1);
    return slot;
  }

  #isFree(slot: number): boolean {
    return this.#keys[slot * 2] === 0;
  }

  #grow(): void {
    const [keys, values, slots] = [this.#keys, this.#values, this.#slots];
    this.#slots = slots * 2;
    this.#count = 0;
    this.#keys = new Uint32Array(this.#slots * 2);
    this.#values = new Uint32Array(this.#slots * 2);
    for (let at = 0; at < slots * 2; at += 2) {
      const [high = 0, low = 0] = [keys[at], keys[at + 1]];
      if (high !== 0) this.#put([high, low], values[at] ?? 0, values[at + 1] ?? 0);
    }
  }
}

/** 32 bits of a text, to tell whether it is the same as before. */
export function shortHash(text: string): number {
  return fingerprint(text)[1];
}

/** Two FNV-1a lanes with other primes, each stirred at the end so that short texts differ in all bits. */
function fingerprint(text: string): readonly [number, number] {
  let high = 0x811c9dc5;
  let low = 0x9e3779b9;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x85ebca6b) + at;
  }
  // zero marks a free slot
  return [stirred(high ^ (low >>> 7)) || 1, stirred(low ^ high)];
}

function stirred(bits: number): number {
  const once = Math.imul(bits ^ (bits >>> 16), 0x2c1b3c6d);
  const twice = Math.imul(once ^ (once >>> 12), 0x297a2d39);
  return (twice ^ (twice >>> 15)) >>> 0;
}
