export { askReferent } from './ask-referent';
export { disputeDebt, type DebtNotThere, type DisputeRefusal } from './dispute-debt';
