import { localDate, type LocalDate } from '$lib/kernel';
import { POLICY_NUMBERS, POLICY_NUMBER_NAMES, type PolicyNumber } from './policy-numbers';
import type { TimeWindow, WeeklyWindows } from './time-windows';

/** The sets of hours a policy has; the reason for each is in `WINDOW_SOURCES`. */
export type WindowSet = 'callWindows' | 'writtenWindows' | 'saturdayOnRequest';

/**
 * The rules of contact in force from a day on. Plain JSON: it is stored as it is and edited by the firm within
 * hard limits (`validatePolicy`). Sundays, public holidays, visits, workplace and social networks are not in it:
 * they are never open and nothing can open them.
 */
export interface ContactPolicy {
  /** Year and month, or any short name that is never used twice: `2026-11`. */
  readonly version: string;
  readonly inForceFrom: LocalDate;
  readonly numbers: Readonly<Record<PolicyNumber, number>>;
  /** Hours for calls and voicemail, on the person's clock. */
  readonly callWindows: WeeklyWindows;
  /** Hours for SMS, e-mail and push, on the person's clock. */
  readonly writtenWindows: WeeklyWindows;
  /** Saturday hours for calls, open only to those who asked for them. */
  readonly saturdayOnRequest: readonly TimeWindow[];
  /** The firm's own reason for each number or set of hours that differs from the default. */
  readonly reasons: Partial<Readonly<Record<PolicyNumber | WindowSet, string>>>;
}

/** No call or written contact outside these hours on the person's clock, whatever a firm decides. */
export const HARD_HOURS: TimeWindow = { from: '08:00', to: '20:00' };

/** Where the default hours come from. */
export const WINDOW_SOURCES: Readonly<Record<WindowSet | 'hardHours', string>> = {
  callWindows: 'C. consommation D223-9 (démarchage), par analogie, réduit d’une heure le soir',
  writtenWindows: 'Choix de la maison, 2026-11',
  saturdayOnRequest: 'FCA CONC 7.9 (Royaume-Uni) : égard aux demandes de la personne',
  hardHours: '12 CFR 1006.14 (8 h à 21 h, États-Unis), réduit à 20 h par D223-9'
};

const WEEKDAYS = [1, 2, 3, 4, 5] as const;

function mondayToFriday(windows: readonly TimeWindow[]): WeeklyWindows {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, windows]));
}

function defaultNumbers(): Record<PolicyNumber, number> {
  const pairs = POLICY_NUMBER_NAMES.map((name) => [name, POLICY_NUMBERS[name].byDefault] as const);
  return Object.fromEntries(pairs) as Record<PolicyNumber, number>;
}

/** The policy the product ships with; every number has its reason and source in `POLICY_NUMBERS`. */
export const DEFAULT_POLICY: ContactPolicy = {
  version: '2026-11',
  inForceFrom: localDate('2026-11-01'),
  numbers: defaultNumbers(),
  callWindows: mondayToFriday([
    { from: '10:00', to: '13:00' },
    { from: '14:00', to: '19:00' }
  ]),
  writtenWindows: mondayToFriday([{ from: '09:00', to: '19:00' }]),
  saturdayOnRequest: [{ from: '10:00', to: '12:00' }],
  reasons: {}
};

/**
 * The policy in force on a day: the one with the latest start not after it, the last listed among equals; the
 * shipped default when none has started.
 */
export function policyInForce(policies: readonly ContactPolicy[], on: LocalDate): ContactPolicy {
  return policies
    .filter((policy) => policy.inForceFrom <= on)
    .reduce((latest, policy) => {
      return latest === DEFAULT_POLICY || policy.inForceFrom >= latest.inForceFrom ? policy : latest;
    }, DEFAULT_POLICY);
}
