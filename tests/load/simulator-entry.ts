/**
 * What the script of the simulator takes from the domain to ask, compute and explain: bundled to be weighed. A test
 * compares this list with what the script imports.
 */
export {
  MOST_FIRST_SCREENS,
  NOTHING_ANSWERED,
  TELL,
  arrearsOf,
  assumedSince,
  compare,
  draftOf,
  estimated,
  explain,
  fieldsOf,
  isAidKey,
  isAskable,
  isScreenId,
  moved,
  openCatalogue,
  outOfScope,
  outcomeOf,
  ownIncome,
  parameterAt,
  parameterSources,
  placeLookedUp,
  placeOf,
  readKept,
  readPublishedLaw,
  readRevisedRights,
  rightsContextOf,
  screenOf,
  screensBehind,
  toldWord,
  usePublishedLaw,
  usualHousehold,
  withTold,
  writtenMonth
} from '../../src/lib/aids';
