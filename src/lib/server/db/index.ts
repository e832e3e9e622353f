export { database, openDatabase, useDatabase, type ConnectionSettings, type Database } from './client';
export { enter, mustBeAllowed, NotYours, type Errand, type Transaction } from './enter';
export { isDatabaseAway } from './database-away';
export { look } from './look';
export { keepAnswering } from './pool';
export { read, readAlone, reading, type Read } from './reading';
export { writing } from './writing';
