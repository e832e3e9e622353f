import { ok, refused, type Result } from '$lib/kernel';
import type { Channel } from './contact';

/** A text about to go out. */
export interface OutgoingText {
  readonly channel: Channel;
  /** Empty for channels without one. */
  readonly subject: string;
  readonly body: string;
  /** The creditors of the case: their names never travel by SMS, e-mail or push. */
  readonly creditorNames: readonly string[];
  /** Passages the law wants word for word (CPCE L111-8 in a first letter): not searched. */
  readonly quotations?: readonly string[];
  /** What the body must hold: the way to refuse, the reference and the date of the first letter (CPCE R124-4). */
  readonly mustHold?: readonly RequiredText[];
  /** A court order exists and a human has approved these words: the words of forced collection are true then. */
  readonly hasApprovedTitle?: boolean;
}

/** A text that must stand in the body. */
export interface RequiredText {
  readonly code: 'sender_missing' | 'opt_out_missing' | 'letter_reference_missing' | 'letter_date_missing';
  readonly text: string;
}

/** One thing wrong with a text: what, where, and the words found (or missed). */
export interface TextFinding {
  readonly code: 'forbidden_word' | 'debt_word' | 'amount' | 'creditor_name' | RequiredText['code'];
  readonly where: 'subject' | 'body';
  readonly words: string;
}

/** Why a text does not go out: everything found at once. */
export interface TextRefusal {
  readonly code: 'text_not_sendable';
  readonly findings: readonly TextFinding[];
}

/**
 * Words of forced collection, banned while no court has spoken (C. conso L121-2 and L132-2, C. pénal 433-13;
 * DGCCRF survey of 2022, published 30/05/2024). Written without accents; `s?` and `x?` take the plurals.
 */
const FORBIDDEN: readonly RegExp[] = [
  /\bhuissiers?\b/g,
  /\bservices? judiciaires?\b/g,
  /\bcontentieux judiciaires?\b/g,
  /\bsaisies?\b/g,
  /\bmises? a execution\b/g,
  /\bdernier avis avant poursuites?\b/g,
  /\btribuna(?:l|ux)\b/g,
  /\btitres? executoires?\b/g
];

/** Words that tell whoever reads over a shoulder that money is owed. */
const DEBT: readonly RegExp[] = [
  /\bdettes?\b/g,
  /\b(?:sur)?endette(?:e|s|es|ment|ments)?\b/g,
  /\bcreances?\b/g,
  /\bcreanci(?:er|ers|ere|eres)\b/g,
  /\bimpaye(?:e|s|es)?\b/g,
  /\brecouvrement\b/g
];

/** A sum with its unit on either side, a sum in words, or a bare figure with two decimals. */
const AMOUNTS: readonly RegExp[] = [
  /(?:\d[\d .,]*)?\s?(?:€|\beuros?\b|\beur\b)(?:\s?\d[\d .,]*)?/g,
  /(?<![\d.,/])\d{1,3}(?:[ .]?\d{3})*,\d{2}(?![\d,/])/g
];

const TELLS_STRANGERS: ReadonlySet<Channel> = new Set(['sms', 'email', 'push', 'voicemail']);

/**
 * Whether a text may go out. In every channel: no word of forced collection without a court order. In what others
 * may see (SMS, e-mail, push, voice message): no amount, no creditor, no word of debt, subject and body alike.
 * What must stand in the body stands there. Case, accents, hyphens, odd spaces and invisible signs do not hide a word.
 */
export function checkOutgoingText(text: OutgoingText): Result<OutgoingText, TextRefusal> {
  const findings = [...findingsIn(text, 'subject'), ...findingsIn(text, 'body'), ...missingIn(text)];
  return findings.length === 0 ? ok(text) : refused({ code: 'text_not_sendable', findings });
}

function findingsIn(text: OutgoingText, where: 'subject' | 'body'): TextFinding[] {
  const searched = withoutQuotations(plain(text[where]), text.quotations ?? []);
  const find = (code: TextFinding['code'], patterns: readonly RegExp[]): TextFinding[] =>
    patterns
      .flatMap((pattern) => [...searched.matchAll(pattern)])
      .map(([words]) => ({ code, where, words: words.trim() }));
  const forced = text.hasApprovedTitle ? [] : find('forbidden_word', FORBIDDEN);
  if (!TELLS_STRANGERS.has(text.channel)) return forced;
  const names = text.creditorNames.map(plain).filter((name) => name !== '');
  const creditors = names.map((name) => new RegExp(`(?<![a-z0-9])${escaped(name)}(?![a-z0-9])`, 'g'));
  return [
    ...forced,
    ...find('debt_word', DEBT),
    ...find('amount', AMOUNTS),
    ...find('creditor_name', creditors)
  ];
}

function missingIn(text: OutgoingText): TextFinding[] {
  const body = plain(text.body);
  return (text.mustHold ?? [])
    .filter((required) => !body.includes(plain(required.text)))
    .map(({ code, text: words }) => ({ code, where: 'body' as const, words }));
}

function withoutQuotations(searched: string, quotations: readonly string[]): string {
  return quotations
    .map(plain)
    .filter((quotation) => quotation !== '')
    .reduce((rest, quotation) => rest.split(quotation).join(' '), searched);
}

const ACCENTS = /\p{Diacritic}/gu;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Lower case, no accent, no invisible sign, one plain space; hyphens and dashes read as spaces. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .replace(INVISIBLE, '')
    .replace(/[’ʼ]/g, "'")
    .replace(/[-‐-―−]/g, ' ')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
