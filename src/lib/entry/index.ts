export { readBirthDate, readPostcode, type TypedDate } from './known-items';
