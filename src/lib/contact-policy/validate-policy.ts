import { ok, parseIsoDate, refused, type Result } from '$lib/kernel';
import { DEFAULT_POLICY, HARD_HOURS, type ContactPolicy, type WindowSet } from './contact-policy';
import { POLICY_NUMBERS, POLICY_NUMBER_NAMES, type PolicyNumber } from './policy-numbers';
import type { TimeWindow, WeeklyWindows } from './time-windows';

/** What is wrong with one place of an edited policy, with the numbers that say so. */
export interface PolicyFault {
  /** A number, a set of hours, or `version`, `inForceFrom`, `policy`. */
  readonly where: PolicyNumber | WindowSet | 'version' | 'inForceFrom' | 'policy';
  readonly code:
    | 'not_an_object'
    | 'version_missing'
    | 'not_a_day'
    | 'not_a_whole_number'
    | 'looser_than_hard_limit'
    | 'not_a_window'
    | 'outside_hard_hours'
    | 'windows_overlap'
    | 'day_never_open'
    | 'reason_missing';
  readonly given?: number | string;
  readonly limit?: number | string;
}

/** Why an edited policy cannot be published: everything wrong with it at once. */
export interface PolicyRefusal {
  readonly code: 'policy_not_valid';
  readonly faults: readonly PolicyFault[];
}

type Draft = Readonly<Record<string, unknown>>;

/** A wait or a cap longer than a year is a slip of the keyboard. */
const LONGEST = 366;

/**
 * Reads a policy edited by the firm. Numbers may be looser than the default only up to their hard limit, seven
 * contacts per seven days in all at most, hours from 8 to 20 on weekdays (Saturday only on request); each change
 * has a written reason. Answers the policy, or every fault with what was given and what is allowed.
 */
export function validatePolicy(input: unknown): Result<ContactPolicy, PolicyRefusal> {
  if (!isObject(input)) return refuse([{ where: 'policy', code: 'not_an_object' }]);
  const numbers = isObject(input.numbers) ? input.numbers : {};
  const faults = [
    ...headFaults(input),
    ...POLICY_NUMBER_NAMES.flatMap((name) => numberFaults(name, numbers[name])),
    ...weekFaults('callWindows', input.callWindows),
    ...weekFaults('writtenWindows', input.writtenWindows),
    ...windowFaults('saturdayOnRequest', input.saturdayOnRequest)
  ];
  if (faults.length > 0) return refuse(faults);
  const policy = input as unknown as ContactPolicy;
  const missing = reasonFaults(policy);
  return missing.length > 0 ? refuse(missing) : ok(onlyKnownParts(policy));
}

function refuse(faults: readonly PolicyFault[]): Result<never, PolicyRefusal> {
  return refused({ code: 'policy_not_valid', faults });
}

function isObject(value: unknown): value is Draft {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function headFaults(input: Draft): PolicyFault[] {
  const faults: PolicyFault[] = [];
  if (typeof input.version !== 'string' || input.version.trim() === '')
    faults.push({ where: 'version', code: 'version_missing' });
  if (typeof input.inForceFrom !== 'string' || parseIsoDate(input.inForceFrom) === null)
    faults.push({ where: 'inForceFrom', code: 'not_a_day', given: String(input.inForceFrom ?? '') });
  return faults;
}

function numberFaults(name: PolicyNumber, given: unknown): PolicyFault[] {
  const { direction, hardLimit } = POLICY_NUMBERS[name];
  if (typeof given !== 'number' || !Number.isInteger(given) || given < 0 || given > LONGEST)
    return [{ where: name, code: 'not_a_whole_number', given: String(given ?? '') }];
  const tooLoose = direction === 'at_most' ? given > hardLimit : given < hardLimit;
  return tooLoose ? [{ where: name, code: 'looser_than_hard_limit', given, limit: hardLimit }] : [];
}

function weekFaults(where: WindowSet, week: unknown): PolicyFault[] {
  if (!isObject(week)) return [{ where, code: 'not_a_window' }];
  return Object.entries(week).flatMap(([day, windows]) => {
    const isWeekday = /^[1-5]$/.test(day);
    const isEmpty = Array.isArray(windows) && windows.length === 0;
    if (!isWeekday && !isEmpty) return [{ where, code: 'day_never_open' as const, given: day }];
    return windowFaults(where, windows);
  });
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function isWindow(value: unknown): value is TimeWindow {
  if (!isObject(value)) return false;
  const { from, to } = value;
  return typeof from === 'string' && typeof to === 'string' && TIME.test(from) && TIME.test(to) && from < to;
}

function windowFaults(where: WindowSet, windows: unknown): PolicyFault[] {
  if (!Array.isArray(windows) || !windows.every(isWindow)) return [{ where, code: 'not_a_window' }];
  const outside = windows.find(({ from, to }) => from < HARD_HOURS.from || to > HARD_HOURS.to);
  if (outside) {
    const limit = `${HARD_HOURS.from}-${HARD_HOURS.to}`;
    return [{ where, code: 'outside_hard_hours', given: `${outside.from}-${outside.to}`, limit }];
  }
  const sorted = [...windows].sort((a, b) => (a.from < b.from ? -1 : 1));
  const overlap = sorted.find((window, index) => index > 0 && window.from < (sorted[index - 1]?.to ?? ''));
  return overlap ? [{ where, code: 'windows_overlap', given: `${overlap.from}-${overlap.to}` }] : [];
}

function reasonFaults(policy: ContactPolicy): PolicyFault[] {
  const changedNumbers = POLICY_NUMBER_NAMES.filter(
    (name) => policy.numbers[name] !== POLICY_NUMBERS[name].byDefault
  );
  const sets: readonly WindowSet[] = ['callWindows', 'writtenWindows', 'saturdayOnRequest'];
  const changedSets = sets.filter((set) => plain(policy[set]) !== plain(DEFAULT_POLICY[set]));
  const reasons: Draft = isObject(policy.reasons) ? policy.reasons : {};
  return [...changedNumbers, ...changedSets]
    .filter((where) => String(reasons[where] ?? '').trim() === '')
    .map((where) => ({ where, code: 'reason_missing' as const }));
}

/** One text for equal hours, whatever the order of keys or empty days. */
function plain(hours: WeeklyWindows | readonly TimeWindow[]): string {
  const days: readonly (readonly [string, readonly TimeWindow[]])[] = Array.isArray(hours)
    ? [['', hours]]
    : Object.entries(hours as WeeklyWindows).map(([day, windows]) => [day, windows ?? []] as const);
  return days
    .filter(([, windows]) => windows.length > 0)
    .map(
      ([day, windows]) =>
        `${day}:${[...windows]
          .map(({ from, to }) => `${from}-${to}`)
          .sort()
          .join()}`
    )
    .sort()
    .join(';');
}

function onlyKnownParts(policy: ContactPolicy): ContactPolicy {
  const { version, inForceFrom, numbers, callWindows, writtenWindows, saturdayOnRequest } = policy;
  const known = POLICY_NUMBER_NAMES.map((name) => [name, numbers[name]] as const);
  return {
    version: version.trim(),
    inForceFrom,
    numbers: Object.fromEntries(known) as Record<PolicyNumber, number>,
    callWindows,
    writtenWindows,
    saturdayOnRequest,
    reasons: policy.reasons ?? {}
  };
}
