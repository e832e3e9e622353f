/** The desk: what is owed to whom and by when, and figures that point at nobody. README.md has the words. */
export {
  MAX_ABSENCE_DAYS,
  checkAbsence,
  followsCases,
  isAwayOn,
  type AbsenceFault,
  type AbsenceRefusal,
  type AbsenceWish
} from './absence';
export { awaitedOf, isLate, type Awaited, type AwaitedKind, type Promises } from './promise';
export { MINIMUM_COUNT, publishCounts, type CountedKind, type PublishedCounts } from './publish-counts';
export { countByGroup, ruleGroupOf, type RuleGroup } from './rule-groups';
