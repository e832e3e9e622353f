/** Which way a number may be changed freely: a cap downwards, a wait upwards. */
export type Direction = 'at_most' | 'at_least';

/** One number of the contact policy: our default, how far a firm may loosen it, and where it comes from. */
export interface PolicyNumberRule {
  /** The house default, stricter than or equal to every benchmark found. */
  readonly byDefault: number;
  /** `at_most`: a cap, lower is gentler. `at_least`: a wait, longer is gentler. */
  readonly direction: Direction;
  /** The loosest value a firm may set. A protection promised to people cannot be shortened: then it is the default. */
  readonly hardLimit: number;
  /** Text or publication behind the number, for the supervisor's screen. */
  readonly source: string;
}

const DGCCRF = 'DGCCRF, enquête 2022 publiée le 30/05/2024 (trois par semaine cité comme harcèlement)';
const D223_9 = 'C. consommation D223-9 (démarchage), par analogie';
const REG_F = '12 CFR 1006.14 (États-Unis), lu en juin 2026';
const CONC = 'FCA CONC 7.3 (Royaume-Uni)';
const HOUSE = 'Choix de la maison, 2026-11';

const cap = (byDefault: number, hardLimit: number, source: string): PolicyNumberRule => ({
  byDefault,
  direction: 'at_most',
  hardLimit,
  source
});
const wait = (byDefault: number, hardLimit: number, source: string): PolicyNumberRule => ({
  byDefault,
  direction: 'at_least',
  hardLimit,
  source
});

/**
 * Every number of the policy, as of 2026-11 (house default, from the facts on amicable collection read 2026-11-21).
 * Frequencies may be loosened up to seven contacts per seven days in all (28 per 30 days), never beyond one a day;
 * pauses and silences may only be lengthened. The reason of each number, in words, is in `ui/words.ts`.
 */
export const POLICY_NUMBERS = {
  waitAfterFirstLetterDays: wait(14, 14, 'Belgique, CDE livre XIX (loi du 04/05/2023)'),
  contactsPerDay: cap(1, 1, 'Code UNIREC (Italie) : un échange par jour au plus'),
  contactsPer7Days: cap(2, 7, DGCCRF),
  contactsPer30Days: cap(6, 28, HOUSE),
  hoursBetweenContacts: wait(48, 24, HOUSE),
  callsPerDay: cap(1, 1, 'Code UNIREC (Italie) : un échange par jour au plus'),
  callsPer7Days: cap(2, 7, DGCCRF),
  callsPer30Days: cap(4, 28, D223_9),
  silenceAfterConversationDays: wait(7, 7, REG_F),
  ringSeconds: cap(30, 45, HOUSE),
  voicemailApartDays: wait(14, 7, HOUSE),
  writtenPer7Days: cap(1, 7, DGCCRF),
  writtenPer30Days: cap(4, 28, D223_9),
  lettersApartDays: wait(15, 7, HOUSE),
  allRefusedSilenceDays: wait(60, 60, D223_9),
  disputePauseDays: wait(30, 30, HOUSE),
  proposalAnswerDays: cap(10, 15, HOUSE),
  debtAdviserPauseDays: wait(30, 30, CONC),
  // no French text limits this silence. Ours: the pause and one prolongation are CONC 7.3's thirty days twice
  debtAdviserAheadDays: wait(60, 60, `${CONC}, trente jours et trente de plus ; au-delà, choix de la maison`),
  // four months, as long as a programme of advice: longer, a second person looks whether the silence still serves her
  debtAdviserAloneDays: wait(120, 120, HOUSE),
  surendettementFiledPauseDays: wait(90, 90, 'C. consommation, livre VII : la commission a trois mois'),
  deathSilenceDays: wait(120, 120, 'C. civil 771 : quatre mois pour l’héritier'),
  bereavementPauseDays: wait(30, 30, HOUSE),
  healthPauseDays: wait(30, 30, HOUSE),
  distressPauseDays: wait(7, 7, HOUSE),
  tooMuchDays: wait(90, 90, HOUSE),
  tooMuchStep: wait(1, 1, HOUSE)
} as const satisfies Record<string, PolicyNumberRule>;

/** The name of a number of the policy; its unit is in the name. */
export type PolicyNumber = keyof typeof POLICY_NUMBERS;

/** The names of all numbers, in the order a screen shows them. */
export const POLICY_NUMBER_NAMES = Object.keys(POLICY_NUMBERS) as PolicyNumber[];
