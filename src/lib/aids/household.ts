/** What an adult mainly does. */
export const ACTIVITIES = ['employed', 'unemployed', 'student', 'retired', 'inactive'] as const;
/** What an adult mainly does. */
export type Activity = (typeof ACTIVITIES)[number];

/** How the household is housed. */
export const HOUSING_STATUSES = [
  'private_unfurnished',
  'private_furnished',
  'hlm',
  'owner',
  'owner_with_mortgage',
  'hosted_free',
  'homeless'
] as const;
/** How the household is housed. */
export type HousingStatus = (typeof HOUSING_STATUSES)[number];

/** An adult. Amounts are euros a month, capital in euros; what is left out is none. */
export interface Adult {
  /** Full years on the first day of the month evaluated; may be left out when `birth` is given. */
  readonly age?: number;
  /** Month of birth, `YYYY-MM`. */
  readonly birth?: string;
  readonly activity: Activity;
  /** Net of contributions, before income tax ("montant net social"). */
  readonly net_salary?: number;
  readonly unemployment_benefit?: number;
  readonly retirement_pension?: number;
  readonly invalidity_pension?: number;
  readonly alimony_received?: number;
  readonly alimony_paid?: number;
  readonly livret_a?: number;
  readonly other_savings?: number;
  /** Disability rate given by the MDPH, 0 to 1. */
  readonly disability_rate?: number;
  /** Substantial and lasting restriction of access to work, wanted between 50 and 79 %. */
  readonly rsdae?: boolean;
  /** Unemployment benefit used up, five years worked in the last ten. */
  readonly ass_eligible?: boolean;
  readonly scholarship_holder?: boolean;
  /** Under 25 with 3,214 hours worked in three years. */
  readonly rsa_jeune?: boolean;
  readonly pregnant?: boolean;
}

/** A child who lives in the household and has no income. */
export interface Child {
  readonly age?: number;
  readonly birth?: string;
  /** Receives the AEEH. */
  readonly aeeh?: boolean;
  /** Complement of the AEEH, 0 to 6. */
  readonly aeeh_complement?: number;
}

/** The dwelling. */
export interface Housing {
  readonly status: HousingStatus;
  /** APL zone of the commune. */
  readonly zone?: 1 | 2 | 3;
  /** Rent without charges, before the rent cut of social housing; or the instalment of a mortgage. */
  readonly rent?: number;
  readonly flatshare?: boolean;
  readonly room?: boolean;
  /** Housed free, but pays a part of the costs. */
  readonly pays_contribution?: boolean;
}

/** A household: one family, one tax household, one dwelling, in mainland France. */
export interface Household {
  /** One or two; the first is the claimant. */
  readonly adults: readonly Adult[];
  readonly children: readonly Child[];
  readonly housing: Housing;
  /** Alone for less than eighteen months. */
  readonly recently_separated?: boolean;
}

/** How many children the engine counts. */
export const MAX_CHILDREN = 15;
/** The largest monthly amount taken for income or rent, in euros. */
export const MAX_MONTHLY = 100_000;
/** The largest capital taken, in euros. */
export const MAX_SAVINGS = 10_000_000;
/** How many years younger than the eldest adult a child is at least. */
export const LEAST_YEARS_APART = 12;
