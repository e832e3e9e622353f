export {
  CLOSING_REASONS,
  checkClosing,
  isSettledBy,
  type ClosingFacts,
  type ClosingReason,
  type ClosingRefusal
} from './closing';
export { readCaseReference, type CaseReference } from './case-reference';
export { DEBT_KINDS, KNOWN_NATURES, kindOfNature, type DebtKind } from './debt-kind';
export { claimedCents, remainingCents, totalRemainingCents, type DebtSums } from './debt-sums';
export { readEmailAddress } from './email-address';
export {
  LIMITATION_RULES,
  SOON_DAYS,
  limitationStatus,
  needsHumanReview,
  type LimitationRule,
  type LimitationStatus,
  type LimitedClaim
} from './limitation';
export { readPhoneNumber } from './phone-number';
export { readPostcode, territoryOfPostcode, timeZoneOfPostcode, type Postcode } from './territory';
export {
  NOTHING_MAY_BE_ADDED,
  endOfContractReference,
  honestyCard,
  type CardLine,
  type DebtOnCard,
  type HoldReason,
  type HonestyCard,
  type MissingItem
} from './honesty-card';
export {
  PORTFOLIO_COLUMNS,
  readPortfolioHeader,
  type HeaderRefusal,
  type KnownColumns,
  type PortfolioColumn
} from './portfolio/portfolio-columns';
export type { CellFault, LineFault, RowFault, RowWarning } from './portfolio/portfolio-fault';
export { isCutShort } from './portfolio/import-life';
export type { ImportFinding, ImportReport, ImportTally, KeptImportReport } from './portfolio/import-report';
export { personKey, type PersonFacts } from './portfolio/person-key';
export {
  readPortfolioRow,
  type PortfolioRow,
  type RowContext,
  type RowRefusal,
  type TakenRow
} from './portfolio/portfolio-row';
export { standInOn, type NamedStandIn } from './stand-in';
export { spreadsheetFile } from './spreadsheet-text';
