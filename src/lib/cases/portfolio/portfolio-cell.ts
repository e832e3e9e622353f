import {
  addMonths,
  ageOn,
  ZERO_CENTS,
  localDateFromParts,
  ok,
  parseAmount,
  parseIsoDate,
  refused,
  type Cents,
  type LocalDate,
  type Result
} from '$lib/kernel';
import type { CellFault } from './portfolio-fault';

/** What reading one cell gives. */
export type Cell<T> = Result<T, CellFault>;

const ADULT_YEARS = 18;
const OLDEST_YEARS = 120;
const SHOWN_CHARACTERS = 40;
// what is left of a cell in a message: enough to find it, too little to copy a file out of
const shown = (text: string) => text.slice(0, SHOWN_CHARACTERS);

// eslint-disable-next-line no-control-regex -- these are the characters looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const FORMULA = /^\s*[=@\uff1d\uff20]|^[\t\r]/;
const FORMULA_IN_NAME = /^\s*[=@+\uff1d\uff20\uff0b\p{Pd}−]|^[\t\r]/u;

/** Most cells: words of Latin letters and figures, one space apart, composed already. They are right as they are. */
const PLAIN = /^[A-Za-zÀ-ÖØ-öø-ÿ0-9][A-Za-zÀ-ÖØ-öø-ÿ0-9'’.,&°/-]*(?: [A-Za-zÀ-ÖØ-öø-ÿ0-9'’.,&°/-]+)*$/;

/** How long a text may be, and what else is refused in it. */
export interface TextRules {
  /** Most characters taken. */
  readonly maximum: number;
  /** Refuses a leading `+` or `-` too: no name starts so, a reference or an address may. */
  readonly isName?: boolean;
  /** Keeps line breaks (an address); otherwise they become spaces. */
  readonly keepsLines?: boolean;
}

/**
 * Reads a text as text: composed (NFC), blanks made single spaces, no-break ones included. Markup, emoji and
 * any script stay as they are. A formula, a control character or too long a text is refused, never trimmed.
 */
export function readText(raw: string, rules: TextRules): Cell<string> {
  if (raw.length <= rules.maximum && PLAIN.test(raw)) return ok(raw);
  if (CONTROL.test(raw)) return refused({ code: 'control_character' });
  if ((rules.isName ? FORMULA_IN_NAME : FORMULA).test(raw)) return refused({ code: 'formula' });
  const text = rules.keepsLines
    ? raw
        .split(/\r\n|\r|\n/)
        .map(singleSpaced)
        .filter(Boolean)
        .join('\n')
    : singleSpaced(raw);
  if (text === '') return refused({ code: 'value_missing' });
  if (text.length > rules.maximum) return refused({ code: 'text_too_long', maximum: rules.maximum });
  return ok(text);
}

function singleSpaced(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

const FRENCH_DAY = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: 00:00(?::00)?)?$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}(?=$|[T ]00:00)/;

/** Reads `12/03/2025` (day first) or `2025-03-12`; a time of midnight, as spreadsheets add it, is dropped. */
export function readDay(raw: string): Cell<LocalDate> {
  const text = raw.trim();
  if (text === '') return refused({ code: 'value_missing' });
  const french = FRENCH_DAY.exec(text);
  const iso = ISO_DAY.exec(text);
  if (!french && !iso) return refused({ code: 'date_unreadable', text: shown(text) });
  const day = french
    ? localDateFromParts(Number(french[3]), Number(french[2]), Number(french[1]))
    : parseIsoDate(text.slice(0, 10));
  return day === null ? refused({ code: 'no_such_day', text: shown(text) }) : ok(day);
}

/** A day that is over or today; a day still to come is refused. */
export function readPastDay(raw: string, today: LocalDate): Cell<LocalDate> {
  const day = readDay(raw);
  if (day.ok && day.value > today) return refused({ code: 'in_the_future', on: day.value });
  return day;
}

/** A birth date of an adult who may be alive. A minor has a legal representative and is never a case here. */
export function readBirthDate(raw: string, today: LocalDate): Cell<LocalDate> {
  const day = readPastDay(raw, today);
  if (!day.ok) return day;
  const age = ageOn(day.value, today);
  if (age < ADULT_YEARS) return refused({ code: 'minor', adultOn: addMonths(day.value, ADULT_YEARS * 12) });
  if (age > OLDEST_YEARS) return refused({ code: 'born_too_long_ago', on: day.value });
  return day;
}

/** An amount as French software writes it. Approximate amounts ("environ 100") are no claim and are refused. */
export function readAmount(raw: string): Cell<Cents> {
  if (raw === '0,00') return ok(ZERO_CENTS);
  const isApproximate = /^\s*[~≈]|^\s*(?:à|env)/i.test(raw);
  if (isApproximate) return refused({ code: 'amount_not_a_number', text: shown(raw.trim()) });
  const amount = parseAmount(raw);
  if (!amount.ok && 'text' in amount.why) return refused({ ...amount.why, text: shown(amount.why.text) });
  return amount;
}

/** The same, where an empty cell means that nothing is asked. */
export function readAmountOrZero(raw: string): Cell<Cents> {
  return raw.trim() === '' ? ok(ZERO_CENTS) : readAmount(raw);
}

/** The words of a value that is not in a list, short enough for a message. */
export function shownInMessage(raw: string): string {
  return shown(raw.trim());
}
