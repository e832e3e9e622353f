export { writeStandIn } from './stand-in-repository';
export { selectContactBasis, type ContactBasis } from './contact-basis';
export {
  endDispute,
  markDisputed,
  debtsOf,
  selectDebtChanges,
  selectDebts,
  writeLimitationReview,
  type DebtRecord
} from './debts-repository';
export { noteOnDesk, type DeskChange } from './desk-columns';
export {
  importPortfolio,
  type ImportedPortfolio,
  type ImportProgress,
  type ImportRequest
} from './import/import-portfolio';
export type { KeptRun } from './import/import-runs-repository';
export { getImportRun, listImportRuns } from './import/list-import-runs';
export { importRefusalMessage, type ImportRefusal } from './import/import-words';
export { selectCreditorSettings, updateTellsProposals, type CreditorSetting } from './creditor-settings';
export { listDebts } from './list-debts';
export { loadClosing, type Closing } from './load-closing';
export { writeClosing, writeReopening } from './closing-repository';
export { insertDecision, selectDecisions, type DecisionRecord } from './decisions-repository';
export {
  assignCase,
  holdCase,
  keepVisible,
  selectCaseHead,
  selectFollowed,
  selectMatching,
  selectPerson,
  selectPromiseCounts,
  selectPromised,
  selectToRoute,
  type CaseHead,
  type CaseTrack,
  type Following,
  type PersonRecord
} from './case-file-repository';
export {
  closeSituations,
  selectOpenSituations,
  selectSaidAtTheDoor,
  type OpenSituation,
  situationContexts
} from './situations-repository';
export {
  confirmIdentity,
  hasReferent,
  keepConfirmedChannel,
  keepSituation,
  readIdentity,
  type Identity,
  type IdentityState,
  type ReportedSituation,
  type Situation
} from './identity';
export { ownCaseHead, type OwnCaseHead } from './own-head-repository';
export { refreshLimitations } from './refresh-limitations';
