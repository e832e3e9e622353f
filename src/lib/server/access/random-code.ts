import { randomBytes } from 'node:crypto';
import { codeFromBytes, digitsFromBytes } from '$lib/access';

/** A random code of `length` characters without look-alikes. */
export function randomCode(length: number): string {
  return codeFromBytes(randomBytes(length * 8), length) ?? randomCode(length);
}

/** Six random digits. */
export function randomDigits(): string {
  return digitsFromBytes(randomBytes(24)) ?? randomDigits();
}
