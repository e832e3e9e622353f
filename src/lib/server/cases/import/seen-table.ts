import { createHash } from 'node:crypto';

const FIRST_SLOTS = 1 << 12;
const FULL = 0.6;

/**
 * Remembers two whole numbers (32 bits each) for each of a million texts in some 30 MB, where a Map of texts would
 * take 200: texts are kept as 64 bits of their SHA-256, in typed arrays with open addressing. Two texts of a
 * million share those bits once in some thirty million files.
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

function fingerprint(text: string): readonly [number, number] {
  const bytes = createHash('sha256').update(text).digest();
  // zero marks a free slot
  return [bytes.readUInt32LE(0) || 1, bytes.readUInt32LE(4)];
}
