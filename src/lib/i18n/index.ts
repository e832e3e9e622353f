/**
 * Words and figures as French people read them.
 *
 * Every text shown to a person is a message: `import { m } from '$lib/i18n'`, then
 * `m.plans_month_rest({ months })`. `m` is a module namespace, so a page carries only the messages it names:
 * never index it with a computed key (the bundler would ship them all); write an explicit map from code to
 * message instead, such as `const TITLE = { paid: m.plans_paid, late: m.plans_late }`.
 * A parameter is already a text: format it first (`m.x({ amount: euros(cents) })`).
 */
export { m } from './paraglide/messages';
export {
  dayAndMonth,
  fullDate,
  hour,
  hourOf,
  longDay,
  longInstant,
  monthAndYear,
  monthName,
  nearDay,
  shortDay,
  shortInstant,
  weekdayAndNumber
} from './days';
export { euros, number, percent, phoneNumber, type EurosOptions } from './numbers';
export { NBSP, NNBSP } from './spaces';
export { capital, list, plural, quoted, small } from './words';
