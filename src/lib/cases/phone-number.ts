import { territoryOfPostcode, type Postcode } from './territory';

/**
 * Country code of each national prefix that is not metropolitan (numbering plan of the Arcep, read 2026-11-21):
 * fixed and mobile numbers of the five overseas departments, and Saint-Pierre-et-Miquelon.
 */
const OVERSEAS_PREFIXES: Readonly<Record<string, string>> = {
  '0590': '590',
  '0690': '590',
  '0691': '590',
  '0594': '594',
  '0694': '594',
  '0596': '596',
  '0696': '596',
  '0697': '596',
  '0262': '262',
  '0263': '262',
  '0269': '262',
  '0639': '262',
  '0692': '262',
  '0693': '262'
};

/** Country code and length of the local numbers of the territories that have no national prefix. */
const LOCAL_PLANS: Readonly<Record<string, { code: string; digits: number }>> = {
  '975': { code: '508', digits: 6 },
  '986': { code: '681', digits: 6 },
  '987': { code: '689', digits: 8 },
  '988': { code: '687', digits: 6 }
};

/** How many digits follow the country codes whose length we know. */
const SUBSCRIBER_DIGITS: Readonly<Record<string, number>> = {
  '33': 9,
  '590': 9,
  '594': 9,
  '596': 9,
  '262': 9,
  '508': 6,
  '681': 6,
  '687': 6,
  '689': 8
};

/**
 * Reads a phone number as people write it and gives it in E.164 (`+33612345678`), or null when it is not a
 * number on which a person is reached: too short, letters, special-rate numbers (08). Numbers of overseas
 * departments get their own country code from the numbering plan; six- and eight-digit local numbers of the
 * Pacific and Saint-Pierre-et-Miquelon get theirs from the postcode. Foreign numbers keep their own.
 */
export function readPhoneNumber(text: string, postcode?: Postcode): string | null {
  const bare = text
    .normalize('NFKC')
    .replace(/\(0\)/g, '')
    .replace(/[\s\p{Pd}./()\u200e\u200f\u202a-\u202e]/gu, '');
  const digits = bare.replace(/^00/, '+');
  if (digits.startsWith('+')) return readInternational(digits.slice(1));
  if (/^0[1-79]\d{8}$/.test(digits)) return readNational(digits);
  const plan = postcode && LOCAL_PLANS[territoryOfPostcode(postcode)];
  const isLocal = plan && new RegExp(`^[1-9]\\d{${plan.digits - 1}}$`).test(digits);
  return isLocal ? `+${plan.code}${digits}` : null;
}

function readNational(digits: string): string {
  // kept by the Arcep for fiction, and metropolitan although 0639 is Mayotte's
  if (digits.startsWith('063998')) return `+33${digits.slice(1)}`;
  if (digits.startsWith('0508')) return `+508${digits.slice(4)}`;
  return `+${OVERSEAS_PREFIXES[digits.slice(0, 4)] ?? '33'}${digits.slice(1)}`;
}

function readInternational(digits: string): string | null {
  const code = Object.keys(SUBSCRIBER_DIGITS).find((known) => digits.startsWith(known));
  if (code === undefined) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  const subscriber = digits.slice(code.length).replace(/^0/, '');
  if (!/^\d+$/.test(subscriber) || subscriber.length !== SUBSCRIBER_DIGITS[code]) return null;
  if (code !== '33') return `+${code}${subscriber}`;
  return /^[1-79]/.test(subscriber) ? readNational(`0${subscriber}`) : null;
}
