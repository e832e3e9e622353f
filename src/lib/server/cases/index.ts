export { selectContactBasis, type ContactBasis } from './contact-basis';
export {
  endDispute,
  markDisputed,
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
export { listDebts } from './list-debts';
export {
  assignCase,
  closeSituations,
  insertDecision,
  keepVisible,
  selectCaseHead,
  selectDecisions,
  selectFollowed,
  selectMatching,
  selectOpenSituations,
  selectOwnCaseHead,
  selectPerson,
  selectPromiseCounts,
  selectPromised,
  selectToRoute,
  situationContexts,
  type CaseHead,
  type CaseTrack,
  type DecisionRecord,
  type OpenSituation,
  type OwnCaseHead,
  type PersonRecord
} from './case-file-repository';
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
export { refreshLimitations } from './refresh-limitations';
