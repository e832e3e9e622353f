export { readBirthDate, type TypedDate } from './known-items';
