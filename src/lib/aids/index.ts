export { checkHousehold, MAX_MONTHLY, MAX_SAVINGS, type HouseholdRefusal } from './household-check';
export {
  ACTIVITIES,
  HOUSING_STATUSES,
  MAX_CHILDREN,
  type Activity,
  type Adult,
  type Child,
  type Household,
  type Housing,
  type HousingStatus
} from './household';
export { readMonth, writtenMonth, type EvaluatedMonth, type MonthRefusal } from './month';
export { Simulator, type AidAmounts, type HealthCover, type HousingAidType } from './simulation';
export { AIDS, monthlyShare, type AidDefinition, type AidKey, type AidRhythm } from './aids';
export { complete, type Draft, type DraftAdult, type Guess } from './draft';
export { QUESTIONS, estimate, type AidEstimate, type Estimate } from './estimate';
export { explain, type Explanation } from './explanation';
export type { Step, StepRead } from './kernel/tracer';
export type { Unit } from './kernel/quantity';
export { parameterAt, parameterSources, type ParameterAt } from './parameter-at';
export type { ParameterSource } from './parameter-source';
export {
  communesOf,
  departementsOf,
  type Commune,
  type PostcodeRefusal,
  type TerritoryFile,
  type TerritoryIndex
} from './territory';
