export { database, openDatabase, useDatabase, type ConnectionSettings, type Transaction } from './client';
export { enter, mustBeAllowed, NotYours, type Errand } from './enter';
export { isDatabaseAway } from './database-away';
export { look } from './look';
export { keepAnswering, type Database } from './pool';
export { read, readAlone, reading, type Read } from './reading';
export { writing } from './writing';
