export { addStaff, type AddedStaff, type EmailTaken, type StaffToAdd } from './add-staff';
export { findCaseByReference, findCasesByReferences, registerCaseReferences } from './case-references';
export {
  closeAllSessions,
  closeDevice,
  closeSession,
  listDevices,
  openSession,
  readSession,
  sessionOwnerOf,
  type CurrentSession,
  type Device,
  type OpenedSession,
  type SessionOwner
} from './lucia-sessions';
export { changePassword, countRecoveryCodes, renewRecoveryCodes, type WrongPassword } from './own-account';
export { receivingTeam } from './receiving-team';
export { signInStaff, type NotRecognised, type StaffSignIn } from './sign-in-staff';
export { totpCode } from './totp';
export { countTries, countTry, type CalmWait, type CountedTry } from './tries';
export {
  countOneLess,
  countOneMore,
  holdTeam,
  listTeam,
  openCasesOf,
  staffNames,
  takeLeastLoaded,
  writeAbsence,
  type TeamMember
} from './staff-load';
export { LINK_HOURS, createLink, peekLink, useLink } from './access-links';
export { forgetExpiredAccess } from './forget-expired';
export {
  LETTER_CODE_DAYS,
  createLetterCode,
  keepLetterCode,
  livingLetterCodes,
  makeLetterCode,
  matchLetterCode,
  useLetterCode,
  type FreshLetterCode
} from './letter-codes';
export {
  ONE_TIME_CODE_MINUTES,
  drawOneTimeCode,
  keepOneTimeCode,
  takeCodeTry,
  useOneTimeCode,
  type CodeChannel,
  type CodePurpose,
  type TriedCode
} from './one-time-codes';
export {
  PENDING_MINUTES,
  closePending,
  extendPending,
  openPending,
  readPending,
  type PendingSignIn,
  type PendingStage
} from './pending-sign-ins';
export { matchesSlowly } from './slow-hash';
export { demonstrationAccount, type DemonstrationAccount } from './demonstration-account';
