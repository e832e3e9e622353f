/** Why a household is not evaluated: a code, the place of the answer, and the numbers that explain it. */
export type HouseholdRefusal =
  | {
      readonly code: 'not_a_household' | 'adult_missing' | 'housing_missing' | 'activity_unknown';
      readonly path: string;
    }
  | {
      readonly code: 'too_many_adults' | 'too_many_children';
      readonly path: string;
      readonly most: number;
      readonly found: number;
    }
  | {
      readonly code: 'age_missing' | 'age_not_a_number' | 'birth_not_a_month' | 'birth_in_future';
      readonly path: string;
    }
  | {
      readonly code: 'age_out_of_range';
      readonly path: string;
      readonly least: number;
      readonly most: number;
    }
  | {
      readonly code: 'child_not_younger_than_parent';
      readonly path: string;
      readonly leastYearsApart: number;
    }
  | { readonly code: 'amount_not_a_number' | 'amount_negative' | 'yes_or_no_expected'; readonly path: string }
  | { readonly code: 'amount_too_large'; readonly path: string; readonly most: number }
  | {
      readonly code: 'rate_out_of_range' | 'complement_out_of_range';
      readonly path: string;
      readonly most: number;
    }
  | { readonly code: 'complement_without_aeeh' | 'separated_but_couple'; readonly path: string }
  | {
      readonly code: 'housing_status_missing' | 'housing_status_unknown' | 'zone_missing' | 'zone_unknown';
      readonly path: string;
    }
  | { readonly code: 'rent_without_tenancy' | 'rent_missing'; readonly path: string };
