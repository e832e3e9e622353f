export { askForCode } from './ask-for-code';
export {
  askToConfirmChannel,
  confirmChannel,
  readReachability,
  type CodeNotSent,
  type Reachability
} from './confirm-channel';
export { confirmPerson, type Entered, type KnownThings, type NotMatching } from './confirm-person';
export { giveLetterCode, type GivenLetterCode, type NotRecognised } from './give-letter-code';
export { giveOneTimeCode, type SignInOver } from './give-one-time-code';
export { lookAtLink, openLink, type LinkOver } from './open-link';
export { maySpeakFor, reportSituation, type SituationTeller } from './report-situation';
export { askForLetter } from './ask-for-letter';
export {
  inviteDebtor,
  readLetterFacts,
  type Invitation,
  type InvitationChannel,
  type LetterFacts
} from './invite-debtor';
export { stopWriting } from './stop-writing';
