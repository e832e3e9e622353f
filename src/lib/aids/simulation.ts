import { adultCount, isHlm } from './answers';
import type { Household } from './household';
import type { Evaluation } from './kernel/evaluation';
import { inEuros, type MoneyUnit, type Monthly, type Quantity } from './kernel/quantity';
import { activityBonus } from './rules/activity-bonus';
import { aah, aeeh } from './rules/disability';
import { collegeGrant, energyVoucher, lyceeGrant } from './rules/energy-and-school';
import { af } from './rules/family-allowances';
import { ars, asf, birthGrant, cf, pajeBase } from './rules/family-support';
import { cover, coverParticipation } from './rules/health-cover';
import { housingAid, rentCut } from './rules/housing-aid';
import { asi, aspa, ass } from './rules/minimum-income';
import { housingChildren } from './rules/people';
import { isIsolated, mva, rsa } from './rules/rsa';
import { Settler } from './settling';

/** Which housing aid it is. */
export type HousingAidType = 'apl' | 'alf' | 'als';
/** Complémentaire santé solidaire: free, with participation, or none. */
export type HealthCover = 'free' | 'participation' | 'none';

/** Every national aid of a household, in euros to the cent; a month unless the name says otherwise. */
export interface AidAmounts {
  rsa: number;
  rsa_majore: boolean;
  prime_activite: number;
  prime_activite_net_crds: number;
  aide_logement: number;
  aide_logement_type: HousingAidType | null;
  reduction_loyer_solidarite: number;
  af: number;
  af_net_crds: number;
  cf: number;
  cf_net_crds: number;
  asf: number;
  asf_net_crds: number;
  paje_base: number;
  paje_base_net_crds: number;
  /** Once, for the pregnancy. */
  prime_naissance: number;
  ars_annual: number;
  ars_annual_net_crds: number;
  aeeh: number;
  /** One for each adult, like `mva`, `asi` and `ass`. */
  aah: number[];
  mva: number[];
  aspa: number;
  asi: number[];
  ass: number[];
  css: HealthCover;
  /** Of the whole family. */
  css_participation_monthly: number;
  cheque_energie_annual: number;
  bourse_college_annual: number;
  bourse_lycee_annual: number;
}

/** Gives all amounts of one household after the other. */
export class Simulator extends Settler {
  /** All amounts of a household already found valid. */
  amountsOf(household: Household): AidAmounts {
    return readAmounts(this.settle(household));
  }
}

// half a cent lost in binary must not lose the cent
const HALF_CENT_NOISE = 1e-7;
const NET_OF_CRDS = 0.995;
const cent = (value: number) => Math.round(value * 100 + HALF_CENT_NOISE) / 100;
const out = <U extends MoneyUnit>(value: Quantity<U>) => cent(inEuros(value));
const net = <U extends MoneyUnit>(value: Quantity<U>) => cent(Math.fround(inEuros(value) * NET_OF_CRDS));
const COVERS: readonly HealthCover[] = ['none', 'participation', 'free'];

function eachAdult(e: Evaluation, of: (e: Evaluation, who: number) => Monthly): number[] {
  return adultCount(e, 0) === 2 ? [out(of(e, 0)), out(of(e, 1))] : [out(of(e, 0))];
}

function housingAidType(e: Evaluation): HousingAidType | null {
  if (inEuros(housingAid(e)) === 0) return null;
  if (isHlm(e)) return 'apl';
  return housingChildren(e) > 0 ? 'alf' : 'als';
}

/** Reads all amounts of an evaluation that is settled. */
export function readAmounts(e: Evaluation): AidAmounts {
  const solidarity = rsa(e);
  return {
    rsa: out(solidarity),
    rsa_majore: inEuros(solidarity) > 0 && isIsolated(e),
    prime_activite: out(activityBonus(e)),
    prime_activite_net_crds: net(activityBonus(e)),
    aide_logement: out(housingAid(e)),
    aide_logement_type: housingAidType(e),
    reduction_loyer_solidarite: out(rentCut(e)),
    af: out(af(e)),
    af_net_crds: net(af(e)),
    cf: out(cf(e)),
    cf_net_crds: net(cf(e)),
    asf: out(asf(e)),
    asf_net_crds: net(asf(e)),
    paje_base: out(pajeBase(e)),
    paje_base_net_crds: net(pajeBase(e)),
    prime_naissance: out(birthGrant(e)),
    ars_annual: out(ars(e)),
    ars_annual_net_crds: net(ars(e)),
    aeeh: out(aeeh(e)),
    aah: eachAdult(e, aah),
    mva: eachAdult(e, mva),
    aspa: out(aspa(e)),
    asi: eachAdult(e, asi),
    ass: eachAdult(e, ass),
    css: COVERS[cover(e)] as HealthCover,
    css_participation_monthly: out(coverParticipation(e)),
    cheque_energie_annual: out(energyVoucher(e)),
    bourse_college_annual: out(collegeGrant(e)),
    bourse_lycee_annual: out(lyceeGrant(e))
  };
}
