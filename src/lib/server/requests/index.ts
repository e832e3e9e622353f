export { askReferent } from './ask-referent';
export { disputeDebt, type DebtNotThere } from './dispute-debt';
