export {
  intervalOf,
  RETAINED,
  RETENTION,
  type Retained,
  type RetentionRule,
  type RetentionStart,
  type RetentionTime
} from './retention';
export { OWN_DATA_VERSION, ownDataFile, ownDataFileName, type OwnDataParts } from './own-data-file';
