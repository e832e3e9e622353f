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
