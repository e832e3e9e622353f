import { adultCount } from './answers';
import type { Evaluation, PersonRule, Rule } from './kernel/evaluation';
import { aMonthOf, inEuros, plus, type MoneyUnit, type Quantity } from './kernel/quantity';
import { activityBonus, bonusHousingDeduction, bonusLimit, bonusResources } from './rules/activity-bonus';
import { aah, aeeh } from './rules/disability';
import {
  collegeGrant,
  energyLimit,
  energyVoucher,
  incomePerUnit,
  lyceeGrant
} from './rules/energy-and-school';
import { af } from './rules/family-allowances';
import {
  ars,
  asf,
  backToSchoolCeiling,
  birthGrant,
  birthGrantCeiling,
  cf,
  complementCeiling,
  pajeBase,
  pajeHalfCeiling
} from './rules/family-support';
import { cover, coverHighestCeiling, coverParticipation, coverResources } from './rules/health-cover';
import { housingAid, rentCut, rentCutCeiling } from './rules/housing-aid';
import { housingResources } from './rules/housing-resources';
import {
  asi,
  aspa,
  aspaCeiling,
  ass,
  assCeiling,
  assResources,
  householdMinimumResources
} from './rules/minimum-income';
import { familyResources } from './rules/resources';
import { mva, rsa, rsaHousingDeduction, rsaResources, rsaScale } from './rules/rsa';

/** The national aids with an amount. */
export type AidKey =
  | 'rsa'
  | 'prime_activite'
  | 'aide_logement'
  | 'reduction_loyer_solidarite'
  | 'af'
  | 'cf'
  | 'asf'
  | 'paje_base'
  | 'prime_naissance'
  | 'ars'
  | 'aeeh'
  | 'aah'
  | 'mva'
  | 'aspa'
  | 'asi'
  | 'ass'
  | 'css'
  | 'cheque_energie'
  | 'bourse_college'
  | 'bourse_lycee';

/** How often an aid is paid: monthly, once a year, once; the health cover is not an amount. */
export type AidRhythm = 'month' | 'year' | 'once' | 'cover';

/** What one aid is made of. */
export interface AidDefinition {
  readonly key: AidKey;
  readonly rhythm: AidRhythm;
  /** The slots of its named values, for a trace. */
  readonly slots: readonly number[];
  /** Euros of its rhythm; for the health cover 2 free, 1 with participation, 0 none. */
  readonly read: (e: Evaluation) => number;
  /** The resources looked at and the limit they are held against, in the same unit, where the law has one. */
  readonly limit?: (e: Evaluation) => { readonly resources: number; readonly ceiling: number };
}

const ofHousehold = <U extends MoneyUnit>(
  key: AidKey,
  rhythm: AidRhythm,
  rule: Rule<Quantity<U>>,
  limit?: AidDefinition['limit']
): AidDefinition => ({
  key,
  rhythm,
  slots: [rule.slot],
  read: (e) => inEuros(rule(e)),
  ...(limit && { limit })
});

const ofAdults = <U extends MoneyUnit>(
  key: AidKey,
  rule: PersonRule<Quantity<U>>,
  limit?: AidDefinition['limit']
): AidDefinition => ({
  key,
  rhythm: 'month',
  slots: [rule.slot, rule.slot + 1],
  read: (e) => inEuros(rule(e, 0)) + (adultCount(e, 0) === 2 ? inEuros(rule(e, 1)) : 0),
  ...(limit && { limit })
});

const against =
  <U extends MoneyUnit>(resources: (e: Evaluation) => Quantity<U>, ceiling: (e: Evaluation) => Quantity<U>) =>
  (e: Evaluation) => ({ resources: inEuros(resources(e)), ceiling: inEuros(ceiling(e)) });

/** All national aids with an amount, in the order in which they are shown. */
export const AIDS: readonly AidDefinition[] = [
  ofHousehold(
    'rsa',
    'month',
    rsa,
    against((e) => plus(rsaResources(e), rsaHousingDeduction(e)), rsaScale)
  ),
  ofHousehold(
    'prime_activite',
    'month',
    activityBonus,
    against((e) => plus(bonusResources(e), bonusHousingDeduction(e)), bonusLimit)
  ),
  ofHousehold('aide_logement', 'month', housingAid),
  ofHousehold(
    'reduction_loyer_solidarite',
    'month',
    rentCut,
    against((e) => aMonthOf(housingResources(e)), rentCutCeiling)
  ),
  ofHousehold('af', 'month', af),
  ofHousehold('cf', 'month', cf, against(familyResources, complementCeiling)),
  ofHousehold('asf', 'month', asf),
  ofHousehold('paje_base', 'month', pajeBase, against(familyResources, pajeHalfCeiling)),
  ofHousehold('prime_naissance', 'once', birthGrant, against(familyResources, birthGrantCeiling)),
  ofHousehold('ars', 'year', ars, against(familyResources, backToSchoolCeiling)),
  ofHousehold('aeeh', 'month', aeeh),
  ofAdults('aah', aah),
  ofAdults('mva', mva),
  ofHousehold('aspa', 'month', aspa, against(householdMinimumResources, aspaCeiling)),
  ofAdults('asi', asi),
  ofAdults('ass', ass, against(assResources, assCeiling)),
  {
    key: 'css',
    rhythm: 'cover',
    slots: [cover.slot, coverParticipation.slot],
    read: (e) => {
      coverParticipation(e);
      return cover(e);
    },
    limit: against(coverResources, coverHighestCeiling)
  },
  ofHousehold('cheque_energie', 'year', energyVoucher, against(incomePerUnit, energyLimit)),
  ofHousehold('bourse_college', 'year', collegeGrant),
  ofHousehold('bourse_lycee', 'year', lyceeGrant)
];

/** What an aid brings a month on average: a twelfth of what is paid by the year; nothing for what is paid once. */
export function monthlyShare(aid: AidDefinition, value: number): number {
  if (aid.rhythm === 'month') return value;
  return aid.rhythm === 'year' ? value / 12 : 0;
}
