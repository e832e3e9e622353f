/** Where a person lives, as far as public holidays and clocks differ. */
export type Territory =
  | 'metropole'
  | 'alsace_moselle'
  | 'guadeloupe'
  | 'martinique'
  | 'guyane'
  | 'reunion'
  | 'saint_pierre_et_miquelon'
  | 'mayotte'
  | 'saint_barthelemy'
  | 'saint_martin'
  | 'wallis_et_futuna'
  | 'polynesie_francaise'
  | 'nouvelle_caledonie';

/** A territory and the IANA time zone of the person's own clock: hours of contact are hours on that clock. */
export interface Place {
  readonly territory: Territory;
  readonly timeZone: string;
}

const ALSACE_MOSELLE = new Set(['57', '67', '68']);

const OVERSEAS: Readonly<Record<string, Place>> = {
  '971': { territory: 'guadeloupe', timeZone: 'America/Guadeloupe' },
  '972': { territory: 'martinique', timeZone: 'America/Martinique' },
  '973': { territory: 'guyane', timeZone: 'America/Cayenne' },
  '974': { territory: 'reunion', timeZone: 'Indian/Reunion' },
  '975': { territory: 'saint_pierre_et_miquelon', timeZone: 'America/Miquelon' },
  '976': { territory: 'mayotte', timeZone: 'Indian/Mayotte' },
  '977': { territory: 'saint_barthelemy', timeZone: 'America/St_Barthelemy' },
  '978': { territory: 'saint_martin', timeZone: 'America/Marigot' },
  '986': { territory: 'wallis_et_futuna', timeZone: 'Pacific/Wallis' },
  '987': { territory: 'polynesie_francaise', timeZone: 'Pacific/Tahiti' },
  '988': { territory: 'nouvelle_caledonie', timeZone: 'Pacific/Noumea' }
};

// both islands kept postcodes of Guadeloupe when they left it in 2007
const ISLANDS_OF_971: Readonly<Record<string, string>> = { '97133': '977', '97150': '978' };

const MARQUESAS = /^(9874\d|98796)$/;
const GAMBIER = /^(98755|98792|98793)$/;

function polynesianZone(postcode: string): string {
  if (MARQUESAS.test(postcode)) return 'Pacific/Marquesas';
  if (GAMBIER.test(postcode)) return 'Pacific/Gambier';
  return 'Pacific/Tahiti';
}

/**
 * The territory and clock of a French postcode (five digits, or an INSEE commune code), or null when the text is
 * neither. Corsica follows Paris; Monaco (980) is read as metropolitan France; the Marquesas and the Gambier
 * islands have their own clocks. In Moselle and Alsace postcode and département agree for every commune, checked
 * on the official list of communes on 2026-11-21.
 */
export function placeOfPostcode(code: string): Place | null {
  const plain = code.replace(/\s/g, '').toUpperCase();
  if (!/^(\d{5}|2[AB]\d{3})$/.test(plain)) return null;
  const overseas = OVERSEAS[ISLANDS_OF_971[plain] ?? plain.slice(0, 3)];
  if (overseas?.territory === 'polynesie_francaise') return { ...overseas, timeZone: polynesianZone(plain) };
  if (overseas) return overseas;
  const department = plain.slice(0, 2);
  if (department === '00' || department === '99' || /^9(79|8[1-5]|89)/.test(plain)) return null;
  return {
    territory: ALSACE_MOSELLE.has(department) ? 'alsace_moselle' : 'metropole',
    timeZone: 'Europe/Paris'
  };
}
