const LONGEST = 254;
const ADDRESS =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,}|xn--[a-z\d-]+)$/u;

/**
 * Reads one e-mail address, with its domain in lower case; null when it is not one address that mail can be
 * sent to (no display name, list, quotes, spaces or line breaks). Whether it exists only a message can tell.
 */
export function readEmailAddress(text: string): string | null {
  const plain = text.trim().normalize('NFC');
  if (plain.length > LONGEST || !ADDRESS.test(plain)) return null;
  const at = plain.lastIndexOf('@');
  if (at > 64) return null;
  return plain.slice(0, at) + plain.slice(at).toLowerCase();
}
