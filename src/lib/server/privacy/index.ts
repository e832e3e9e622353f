export { COMMAND_DAYS, endOfDay } from './end-of-day';
export { exportOwnData, loadOwnData, type OwnData } from './load-own-data';
export { sealAgain } from './seal-again';
export { ownDataParts } from './own-data-parts';
