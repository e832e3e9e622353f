const GAP = '[\\s.\\u2010-\\u2015-]?';
const SHAPE = new RegExp(
  `(?<![0-9])([1-478])${GAP}([0-9]{2})${GAP}([0-9]{2})${GAP}([0-9]{2}|2[AB])${GAP}([0-9]{3})${GAP}([0-9]{3})(?:${GAP}([0-9]{2}))?(?![0-9])`,
  'gi'
);

/** Characters that may stand for a digit: superscripts and all after Hebrew, but for general punctuation. */
const MAYBE_DIGIT = /[\u00b2\u00b3\u00b9\u0600-\u1fff\u2070-\uffff]/;
const OTHER_DIGIT = /(?![0-9])\p{Nd}/gu;
/** A cheap first look, for the many texts without thirteen digits in a row of at most one character between. */
const LONG_ENOUGH = new RegExp(`(?:[0-9AB]${GAP}){13}`, 'i');

/**
 * Does the text hold what looks like a French social security number (NIR)? The product never keeps one
 * (CNIL sanction of 25 October 2007 against a debt tracing firm; decree 2019-341 lists who may use it), so a
 * text for which this answers yes is refused wherever it is typed or imported.
 *
 * Answers yes for 13 or 15 digits of that shape with a plausible month, whatever the key (a mistyped number is
 * still somebody's number), grouped or not, in any Unicode digits, Corsica (2A, 2B) included; and for the rarer
 * month codes (20 to 42, 50 to 99: birth month unknown) only when the key is right, so that long contract
 * numbers that start with a year are not caught.
 */
export function looksLikeNationalNumber(text: string): boolean {
  const plain = MAYBE_DIGIT.test(text) ? text.normalize('NFKC').replace(OTHER_DIGIT, asAsciiDigit) : text;
  if (!LONG_ENOUGH.test(plain)) return false;
  for (const match of plain.matchAll(SHAPE)) {
    const month = Number(match[3]);
    if (month >= 1 && month <= 12) return true;
    if (month >= 20 && hasRightKey(match.slice(1, 8).join(''))) return true;
  }
  return false;
}

function asAsciiDigit(digit: string): string {
  // decimal digits of a script follow one another from its zero, so the value is the distance to that zero
  let value = 0;
  const code = digit.codePointAt(0) ?? 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function hasRightKey(digits: string): boolean {
  if (digits.length !== 15) return false;
  const body = digits.slice(0, 13).toUpperCase().replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n) === Number(digits.slice(13));
}
