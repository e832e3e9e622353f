import { randomBytes } from 'node:crypto';
import type { Id } from '$lib/kernel';

/**
 * A uuid v7: 48 bits of milliseconds, then random bits, so that ids sort by the time they were made.
 * Ids made in the same millisecond by one process keep their order (12 bits of counter).
 */
export function newId<Kind extends string>(now: Date = new Date()): Id<Kind> {
  const millis = Math.max(now.getTime(), 0);
  sequence = millis === lastMillis ? (sequence + 1) & 0xfff : randomBytes(2).readUInt16BE() & 0x3ff;
  lastMillis = millis;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(millis, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<Kind>;
}

let lastMillis = -1;
let sequence = 0;
