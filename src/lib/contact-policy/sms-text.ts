/**
 * The characters every phone network carries at seven bits each (GSM 03.38, basic table). One character outside of
 * them makes a whole message travel at sixteen bits: 70 characters instead of 160, at twice the price.
 */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€';
const CARRIED: ReadonlySet<string> = new Set(GSM);

const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  œ: 'oe',
  Œ: 'OE',
  '·': '.',
  '•': '-',
  '\t': ' '
};

/**
 * A text as an SMS carries it at its single price: typographic spaces, apostrophes, quotation marks and dashes become
 * their plain likes, accents phones lack are left out ("être" is "etre", "reçu" is "recu"), signs nothing replaces
 * become a question mark. What is plain already comes back unchanged, addresses included.
 */
export function plainSmsText(text: string): string {
  const spaced = text
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/"?«[\s\u00a0\u202f]*/g, '"')
    .replace(/[\s\u00a0\u202f]*»/g, '"')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
  return [...spaced.normalize('NFC')].map(carried).join('');
}

function carried(sign: string): string {
  if (CARRIED.has(sign)) return sign;
  const like = PLAIN[sign] ?? sign.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return like !== '' && [...like].every((one) => CARRIED.has(one)) ? like : '?';
}
