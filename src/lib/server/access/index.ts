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
  listTeam,
  staffNames,
  takeLeastLoaded,
  type TeamMember
} from './staff-load';
