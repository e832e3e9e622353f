export { OWN_DATA_VERSION, ownDataFile, ownDataFileName, type OwnDataParts } from './own-data-file';
