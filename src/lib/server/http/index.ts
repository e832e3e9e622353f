export {
  COMMAND_FIELD,
  orNotFound,
  readForm,
  refuseForm,
  valueOrNotFound,
  type FieldError,
  type ReadForm,
  type RefusedForm
} from './form';
export { DEBTOR_DOOR, STAFF_DOOR, guard, guardDebtor, guardStaff, openToAll } from './guard';
