import { ok, refused, type Result } from '$lib/kernel';

/** A payment reference of ISO 11649: `RF`, two check digits, up to 21 letters and digits. */
export type RfReference = string & { readonly rfReference: true };

/** Why a text makes no payment reference. */
export interface RfRefusal {
  readonly code: 'reference_empty' | 'reference_too_long';
  readonly reference: string;
  readonly maximumLength: number;
}

const LONGEST = 21;

/**
 * The payment reference of a case or a plan, from its own reference (`OXY2026000123` gives
 * `RF39OXY2026000123`). Only letters A-Z and digits count, in upper case: dashes and spaces are dropped.
 * Give it a case reference, never a name or a date of birth.
 */
export function rfReference(reference: string): Result<RfReference, RfRefusal> {
  const bare = reference.toUpperCase().replace(/[^A-Z0-9]/g, '');
  if (bare === '' || bare.length > LONGEST)
    return refused({
      code: bare === '' ? 'reference_empty' : 'reference_too_long',
      reference,
      maximumLength: LONGEST
    });
  const check = 98 - mod97(`${bare}RF00`);
  return ok(`RF${String(check).padStart(2, '0')}${bare}` as RfReference);
}

/** Whether a text, spaces and case aside, is a payment reference with the right check digits. */
export function isRfReference(text: string): boolean {
  const bare = text.replace(/\s/g, '').toUpperCase();
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(bare) && mod97(bare.slice(4) + bare.slice(0, 4)) === 1;
}

/** The reference in groups of four, as people copy it: `RF39 OXY2 0260 0012 3`. */
export function readableRf(reference: RfReference): string {
  return reference.replace(/(.{4})(?=.)/g, '$1 ');
}

/** The remainder by 97 of a text where A is 10 and Z is 35 (ISO 7064). */
function mod97(text: string): number {
  let remainder = 0;
  for (const sign of text)
    for (const digit of String(parseInt(sign, 36))) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder;
}
