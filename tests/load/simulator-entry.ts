/** What the screens of the simulator take from the domain to ask, compute and explain: bundled to be weighed. */
export {
  MOST_FIRST_SCREENS,
  NOTHING_ANSWERED,
  arrearsOf,
  compare,
  draftOf,
  estimated,
  explain,
  fieldsOf,
  isAidKey,
  isScreenId,
  moved,
  outOfScope,
  outcomeOf,
  ownIncome,
  placeLookedUp,
  placeOf,
  readKept,
  screenOf,
  screensBehind,
  usualHousehold,
  writtenMonth
} from '../../src/lib/aids';
