export {
  systemActor,
  type Actor,
  type DebtorActor,
  type StaffActor,
  type StaffRole,
  type SystemActor
} from './actor';
export { PERMISSIONS, holdersOf, isAllowed, type Permission } from './permissions';
