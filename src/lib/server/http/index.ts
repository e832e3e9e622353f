export { commandOf } from './command';
export {
  COMMAND_FIELD,
  orNotFound,
  formDataOf,
  readForm,
  refuseForm,
  valueOrNotFound,
  type FieldError,
  type ReadForm,
  type RefusedForm
} from './form';
export { readUpload, type ReadUpload, type UploadedFile } from './read-upload';
export { openEventStream } from './event-stream';
export { DEBTOR_DOOR, STAFF_DOOR, guard, guardDebtor, guardLive, guardStaff, openToAll } from './guard';
export { plainPage, retryAfter } from './plain-page';
export { taggedJson } from './tagged-json';
export { outboxOwner } from './outbox-owner';
export { beginSession, endPending, endSession, keepPending, pendingSecret } from './session-cookie';
export { closeAllDevicesAction, closeDeviceAction } from './device-actions';
