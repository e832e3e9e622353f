import { ok, refused, type Result } from '$lib/kernel';
import { COMMON_PASSWORDS } from './common-passwords';

/** What a password must not be built from: the names and address of its owner. */
export interface PasswordOwner {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

/** Why a password is not taken, with the numbers that explain it. */
export type PasswordRefusal =
  | { readonly code: 'password_too_short'; readonly min: number; readonly length: number }
  | { readonly code: 'password_too_long'; readonly max: number; readonly length: number }
  | { readonly code: 'phrase_too_short'; readonly minWords: number; readonly words: number }
  | { readonly code: 'password_holds_name'; readonly name: string }
  | { readonly code: 'password_common' }
  | { readonly code: 'password_repetitive' };

/** At least this many characters when it is not a phrase. */
export const PASSWORD_MIN_LENGTH = 14;
/** The least words of a phrase made only of words. */
export const PHRASE_MIN_WORDS = 5;
/** The least characters of a phrase, spaces included. */
export const PHRASE_MIN_LENGTH = 20;
/** Longer would only cost time to hash. */
export const PASSWORD_MAX_LENGTH = 200;

const MIN_DIFFERENT_CHARACTERS = 6;
const MIN_LEFT_WITHOUT_COMMON = 8;
const RUNS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'azertyuiopqsdfghjklmwxcvbn',
  'qwertyuiopasdfghjklzxcvbnm'
];
const RUN_LENGTH = 5;

/**
 * Whether a password of the staff is good enough. 14 characters of any kind, or a phrase of five words. Common ones,
 * repetitions, keyboard runs and the owner's own names are refused. No rule on kinds of characters: length and a
 * second factor protect better (CNIL délib. 2022-100 of 2022-07-21 asks for 14 characters or a phrase; a second
 * factor and limits on tries are always on here; read 2026-11-21).
 */
export function checkPassword(password: string, owner: PasswordOwner): Result<true, PasswordRefusal> {
  const length = [...password].length;
  if (length > PASSWORD_MAX_LENGTH) {
    return refused({ code: 'password_too_long', max: PASSWORD_MAX_LENGTH, length });
  }
  const words = password.trim().split(/[\s_-]+/u);
  const isPhrase = words.length > 1 && words.every((word) => /^\p{L}+$/u.test(word));
  if (isPhrase && words.length < PHRASE_MIN_WORDS) {
    return refused({ code: 'phrase_too_short', minWords: PHRASE_MIN_WORDS, words: words.length });
  }
  const min = isPhrase ? PHRASE_MIN_LENGTH : PASSWORD_MIN_LENGTH;
  if (length < min) return refused({ code: 'password_too_short', min, length });
  const name = nameInside(bare(password), owner);
  if (name) return refused({ code: 'password_holds_name', name });
  if (isRepetitive(bare(password))) return refused({ code: 'password_repetitive' });
  if (isCommon(bare(password))) return refused({ code: 'password_common' });
  return ok(true);
}

function nameInside(password: string, owner: PasswordOwner): string | undefined {
  const mailbox = owner.email.split('@')[0] ?? '';
  const names = [owner.firstName, owner.lastName, mailbox, ...mailbox.split(/[._+-]/)];
  return names.find((name) => bare(name).length >= 4 && password.includes(bare(name)));
}

function isRepetitive(password: string): boolean {
  return new Set(password).size < MIN_DIFFERENT_CHARACTERS || /^(.{1,40})\1+.{0,2}$/u.test(password);
}

/** Takes out what everybody types; what is left must still be something. */
function isCommon(password: string): boolean {
  let left = asLetters(password);
  for (const common of COMMON_PASSWORDS) left = left.replaceAll(common, '');
  return withoutRuns(left).length < MIN_LEFT_WITHOUT_COMMON;
}

function withoutRuns(text: string): string {
  let left = '';
  let index = 0;
  while (index < text.length) {
    const length = runLengthAt(text, index);
    if (length < RUN_LENGTH) left += text[index];
    index += length < RUN_LENGTH ? 1 : length;
  }
  return left;
}

function runLengthAt(text: string, index: number): number {
  let longest = 1;
  for (const run of RUNS) {
    let length = 1;
    while (index + length <= text.length && run.includes(text.slice(index, index + length))) length++;
    longest = Math.max(longest, length - 1);
  }
  return longest;
}

function bare(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_.-]/gu, '');
}

const LETTER_OF: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't'
};

/** Digits and signs used for letters become those letters, except in runs of digits, which stay digits. */
function asLetters(text: string): string {
  return text.replace(/(?<![\d])[@4310!$57](?![\d])/gu, (sign) => LETTER_OF[sign] ?? sign);
}
