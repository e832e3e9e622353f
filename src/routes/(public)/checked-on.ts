import { localDate } from '$lib/kernel';

/** The day the legal sources and figures of the public pages were last read. Move it only after reading them again. */
export const CHECKED_ON = localDate('2026-11-21');

/** What a bank leaves on a seized account, in cents: the RSA of one person (CPCE art. L162-2, R162-2). */
export const PROTECTED_BALANCE_CENTS = 65_169;
