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
export { importRefusalMessage, type ImportRefusal } from './import/import-words';
export { listDebts } from './list-debts';
