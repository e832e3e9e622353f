export { askForPause, endAskedPause } from './ask-for-pause';
export { callBackOf, mayOfferCall, type CallBack } from './call-back';
export { loadContactSituation, type ContactSituation } from './contact-facts';
export { askWhetherToWrite, type ForeseenNotice } from './ask-whether-to-write';
export { askWhetherToCall, logCall, type CallInput, type LoggedCall } from './log-call';
export { countStopped } from './count-stopped';
export { deliver } from './deliver';
export { deliverDue } from './deliver-due';
export {
  selectCasesWithPost,
  selectDelivery,
  selectRecentDeliveries,
  type Delivery,
  type ListedDelivery,
  type PostChannel
} from './delivery-repository';
export { keepSilences } from './keep-silences';
export { listRegister, type OpenRegister } from './list-register';
export { noteDebtAdviser, type DebtAdviserRefusal } from './note-debt-adviser';
export { noteWordsInSpace, type WordsInSpace } from './note-words-in-space';
export { pauseContacts, resumeContacts } from './pause-contacts';
export { promiseReply } from './promise-reply';
export { type RegisterLine } from './register-repository';
export { sayTooMuch, type ContactNotThere } from './say-too-much';
export { stopAfterClosing, stopReminders } from './stop-waiting';
export { sendContact, type OutgoingPost, type PostOutcome } from './send-contact';
export { refuseWriting } from './refuse-writing';
export { REFUSABLE, setPreferences, type PreferencesInput } from './set-preferences';
