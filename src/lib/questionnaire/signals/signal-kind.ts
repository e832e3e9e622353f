/** The nine signals. Their words are in `ui/`; a new one needs the agreement of two independent people. */
export const SIGNAL_KINDS = [
  'arret_bdf',
  'urgent_vital',
  'securite',
  'detresse',
  'banque',
  'marge_nulle',
  'evenement',
  'besoin',
  'dettes_dabord'
] as const;

/** One signal's name. */
export type SignalKind = (typeof SIGNAL_KINDS)[number];
