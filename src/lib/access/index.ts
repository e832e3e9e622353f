export {
  systemActor,
  type Actor,
  type DebtorActor,
  type StaffActor,
  type StaffRole,
  type SystemActor
} from './actor';
export { deviceLabel } from './device-label';
export {
  PASSWORD_MIN_LENGTH,
  PHRASE_MIN_WORDS,
  checkPassword,
  type PasswordOwner,
  type PasswordRefusal
} from './password-rules';
export { PERMISSIONS, holdersOf, isAllowed, type Permission } from './permissions';
export {
  LETTER_CODE_LENGTH,
  ONE_TIME_CODE_LENGTH,
  RECOVERY_CODE_LENGTH,
  codeFromBytes,
  digitsFromBytes,
  groupedCode,
  readCode,
  readDigits
} from './secret-code';
export {
  SESSION_LIFE,
  BY_ITSELF_COOKIE,
  isUseWorthWriting,
  sessionEndsAt,
  type SessionKind,
  type SessionTimes
} from './session-life';
export {
  TRY_LIMITS,
  calmDelayMs,
  oldestSlice,
  sliceOf,
  waitUntil,
  type TryLimit,
  type TryLimitName,
  type TrySlice
} from './try-limits';
