import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;
/** One step early or late: clocks of phones drift, and people type slowly. */
const STEPS_AROUND = 1;

/** A fresh secret of 160 bits, in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/**
 * The step a code belongs to, or null when it is no code of this secret around `at`. A step is accepted once: the
 * caller keeps the last one used.
 */
export function totpStepOf(secret: string, code: string, at: Date): number | null {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window: STEPS_AROUND });
  return delta === null ? null : Math.floor(at.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** The code of a secret at an instant. */
export function totpCode(secret: string, at: Date): string {
  return new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS }).generate({
    timestamp: at.getTime()
  });
}

/** The address an authenticator app reads (as a QR code) to add the account. */
export function totpAddress(secret: string, email: string): string {
  return new TOTP({
    issuer: 'Oxygène',
    label: email,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS
  }).toString();
}
