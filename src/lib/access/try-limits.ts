/** How many failed tries are taken in a time, before a calm wait. */
export interface TryLimit {
  readonly maxFailures: number;
  readonly windowMinutes: number;
}

/** Failed tries counted in one slice of time, by the instant the slice starts. */
export interface TrySlice {
  readonly startsAt: Date;
  readonly failures: number;
}

const MINUTE_MS = 60_000;
/** Tries are counted in slices of this many minutes, so that the window slides instead of jumping. */
export const SLICE_MINUTES = 5;

/**
 * The house limits (proposals of 2026-11-21, to be reviewed with the figures of the first months). An address may be
 * shared by hundreds of phones behind one carrier: its limits count failures only, and are generous.
 */
export const TRY_LIMITS = {
  /** Reference and letter code, by reference whether it exists or not. */
  letterCode: { maxFailures: 5, windowMinutes: 60 },
  /** Birth date and postcode, by case. */
  identify: { maxFailures: 5, windowMinutes: 60 },
  /** One-time codes typed, by case: one code is void after five tries, and another one opens no five more. */
  oneTimeCode: { maxFailures: 5, windowMinutes: 60 },
  /** One-time codes asked for, by reference. Every request counts. */
  codeRequestsHour: { maxFailures: 3, windowMinutes: 60 },
  codeRequestsDay: { maxFailures: 6, windowMinutes: 24 * 60 },
  codeRequestsAddress: { maxFailures: 300, windowMinutes: 60 },
  /** New letters asked for, by reference. Every request counts. */
  letterRequests: { maxFailures: 1, windowMinutes: 7 * 24 * 60 },
  /** "It is not me" and the like, by case. Every report counts. */
  situations: { maxFailures: 3, windowMinutes: 24 * 60 },
  /** Files read in at the desk, tried or for good, by member of staff. Every file counts. */
  imports: { maxFailures: 10, windowMinutes: 60 },
  /** Files of her own data, by case. Every file counts. */
  exports: { maxFailures: 3, windowMinutes: 24 * 60 },
  /** Any failure of the debtors' door, by address. */
  address: { maxFailures: 120, windowMinutes: 60 },
  /** Staff: by account and address together, so that a stranger elsewhere locks nobody out. */
  staffHere: { maxFailures: 10, windowMinutes: 15 },
  /** Staff: by account from anywhere; past it answers only become slower. */
  staffAnywhere: { maxFailures: 30, windowMinutes: 60 }
} as const satisfies Record<string, TryLimit>;

/** A limit of the table. */
export type TryLimitName = keyof typeof TRY_LIMITS;

/** The start of the slice an instant belongs to. */
export function sliceOf(instant: Date): Date {
  const sliceMs = SLICE_MINUTES * MINUTE_MS;
  return new Date(Math.floor(instant.getTime() / sliceMs) * sliceMs);
}

/** The earliest slice that still counts: one may hold tries made within the window. */
export function oldestSlice(limit: TryLimit, instant: Date): Date {
  return sliceOf(new Date(instant.getTime() - limit.windowMinutes * MINUTE_MS));
}

/**
 * Until when to wait, or null when another try is welcome. `slices` holds the failures before this try. The wait
 * ends when enough old slices have left the window for one try to fit.
 */
export function waitUntil(limit: TryLimit, slices: readonly TrySlice[], instant: Date): Date | null {
  const from = oldestSlice(limit, instant).getTime();
  const counted = slices
    .filter((slice) => slice.failures > 0 && slice.startsAt.getTime() >= from)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  let total = counted.reduce((sum, slice) => sum + slice.failures, 0);
  if (total < limit.maxFailures) return null;
  for (const slice of counted) {
    total -= slice.failures;
    if (total < limit.maxFailures) return leavesAt(limit, slice);
  }
  return null;
}

/** How long a staff sign-in is slowed, in milliseconds, after failures on the account from anywhere. */
export function calmDelayMs(failures: number): number {
  const over = failures - TRY_LIMITS.staffAnywhere.maxFailures;
  return over < 0 ? 0 : Math.min(1_000 + over * 200, 4_000);
}

function leavesAt(limit: TryLimit, slice: TrySlice): Date {
  return new Date(slice.startsAt.getTime() + (limit.windowMinutes + SLICE_MINUTES) * MINUTE_MS);
}
