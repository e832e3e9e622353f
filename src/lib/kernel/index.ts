export {
  MAX_CENTS,
  ZERO_CENTS,
  cents,
  fromEuros,
  parseAmount,
  splitCents,
  sumCents,
  toEuros,
  type AmountRefusal,
  type Cents
} from './cents';
export type { Clock } from './clock';
export { parseId, type CaseId, type CommandId, type Id, type StaffId, type TeamId } from './id';
export {
  addDays,
  addMonths,
  ageOn,
  dayInZone,
  daysBetween,
  isoWeekday,
  localDate,
  localDateFromParts,
  parseIsoDate,
  partsOf,
  wallClockIn,
  type LocalDate
} from './local-date';
export { looksLikeNationalNumber } from './national-number';
export { impossible, ok, refused, type Ok, type Refusal, type Refused, type Result } from './result';
