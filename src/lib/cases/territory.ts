declare const postcodeBrand: unique symbol;

/** A French postcode: five digits, of a department or an overseas territory. */
export type Postcode = string & { readonly [postcodeBrand]: true };

const POSTCODE = /^(?:0[1-9]|[1-8]\d|9[0-5])\d{3}$|^97[1-68]\d{2}$|^98[678]\d{2}$/;

/** Reads a postcode; null when it is not five digits of a French department or overseas territory. */
export function readPostcode(text: string): Postcode | null {
  const plain = text.replace(/\s/g, '');
  return POSTCODE.test(plain) ? (plain as Postcode) : null;
}

/**
 * The department or overseas territory of a postcode: `35`, `2A`, `974`, `988`. Saint-Barthélemy (97133) and
 * Saint-Martin (97150) are their own territories, `977` and `978`. About twenty villages have their post office
 * in the next department and get that one.
 */
export function territoryOfPostcode(postcode: Postcode): string {
  if (postcode === '97133') return '977';
  if (postcode === '97150') return '978';
  if (postcode.startsWith('97') || postcode.startsWith('98')) return postcode.slice(0, 3);
  if (postcode.startsWith('20')) return postcode < '20200' ? '2A' : '2B';
  return postcode.slice(0, 2);
}

const OVERSEAS_ZONES: Readonly<Record<string, string>> = {
  '971': 'America/Guadeloupe',
  '972': 'America/Martinique',
  '973': 'America/Cayenne',
  '974': 'Indian/Reunion',
  '975': 'America/Miquelon',
  '976': 'Indian/Mayotte',
  '977': 'America/St_Barthelemy',
  '978': 'America/Marigot',
  '986': 'Pacific/Wallis',
  '987': 'Pacific/Tahiti',
  '988': 'Pacific/Noumea'
};
// the Marquesas keep their own half-hour and the Gambier islands their own hour
const MARQUESAS = /^9874\d$|^98796$/;
const GAMBIER = /^98755$|^9879[23]$/;

/** The IANA time zone in which the person of a postcode lives, to know her hours. */
export function timeZoneOfPostcode(postcode: Postcode): string {
  if (MARQUESAS.test(postcode)) return 'Pacific/Marquesas';
  if (GAMBIER.test(postcode)) return 'Pacific/Gambier';
  return OVERSEAS_ZONES[territoryOfPostcode(postcode)] ?? 'Europe/Paris';
}
