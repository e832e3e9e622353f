import { ACTIVITIES, HOUSING_STATUSES, MAX_CHILDREN, type Adult, type Household } from './household';
import { MAX_ADULTS, answer, answerInfos, type Evaluation } from './kernel/evaluation';
import { euros, type Lump, type Monthly } from './kernel/quantity';

const adult = (name: string, question: string) => answer(name, question, MAX_ADULTS);
const child = (name: string, question: string) => answer(name, question, MAX_CHILDREN);
const adultMoney = (name: string, question: string) => {
  const read = adult(name, question);
  return Object.assign((e: Evaluation, who: number): Monthly => euros(read(e, who)), { slot: read.slot });
};
const adultSavings = (name: string, question: string) => {
  const read = adult(name, question);
  return Object.assign((e: Evaluation, who: number): Lump => euros(read(e, who)), { slot: read.slot });
};
const adultFlag = (name: string, question: string) => {
  const read = adult(name, question);
  return Object.assign((e: Evaluation, who: number) => read(e, who) === 1, { slot: read.slot });
};
const flag = (name: string, question: string) => {
  const read = answer(name, question);
  return Object.assign((e: Evaluation) => read(e, 0) === 1, { slot: read.slot });
};

/** One or two adults. */
export const adultCount = answer('adults', 'couple');
/** How many children. */
export const childCount = answer('children', 'children');
/** Month of birth of each adult, as year × 12 + month - 1. */
export const adultBirth = adult('birth', 'age');
/** Month of birth of each child. */
export const childBirth = child('child_birth', 'children');
/** Activity, as its place in ACTIVITIES. */
const activityPlace = adult('activity', 'activity');
/** Net salary of each adult. */
export const netSalary = adultMoney('net_salary', 'net_salary');
/** Unemployment benefit (ARE) of each adult. */
export const unemploymentBenefit = adultMoney('unemployment_benefit', 'unemployment_benefit');
/** Retirement pension of each adult. */
export const retirementPension = adultMoney('retirement_pension', 'retirement_pension');
/** Invalidity pension of each adult. */
export const invalidityPension = adultMoney('invalidity_pension', 'invalidity_pension');
/** Alimony each adult receives. */
export const alimonyReceived = adultMoney('alimony_received', 'alimony');
/** Alimony each adult pays. */
export const alimonyPaid = adultMoney('alimony_paid', 'alimony');
/** Livret A of each adult. */
export const livretA = adultSavings('livret_a', 'savings');
/** Other savings of each adult. */
export const otherSavings = adultSavings('other_savings', 'savings');
/** Disability rate of each adult, 0 to 1. */
export const disabilityRate = adult('disability_rate', 'disability');
/** Restriction of access to work recognised. */
export const hasRsdae = adultFlag('rsdae', 'disability');
/** Conditions of past work for the ASS met. */
export const isAssEligible = adultFlag('ass_eligible', 'ass_eligible');
/** Scholarship holder. */
export const holdsScholarship = adultFlag('scholarship_holder', 'scholarship');
/** Young with enough work for the RSA. */
export const hasRsaJeune = adultFlag('rsa_jeune', 'rsa_jeune');
/** Expecting a child. */
export const isPregnant = adultFlag('pregnant', 'pregnant');
/** Whether the child receives the AEEH. */
export const childAeeh = child('aeeh', 'aeeh');
/** Complement of the AEEH of the child. */
export const childAeehComplement = child('aeeh_complement', 'aeeh');
const statusPlace = answer('housing_status', 'housing_status');
/** APL zone, 1 to 3. */
export const zone = answer('zone', 'zone');
const rentEuros = answer('rent', 'rent');
/** Rent without charges. */
export const rent = (e: Evaluation): Monthly => euros(rentEuros(e, 0));
/** Shares the dwelling with people of other households. */
export const isFlatshare = flag('flatshare', 'flatshare');
/** Rents a single room. */
export const isRoom = flag('room', 'flatshare');
/** Housed free and pays a part of the costs. */
export const paysContribution = flag('pays_contribution', 'pays_contribution');
/** Alone for less than eighteen months. */
export const isRecentlySeparated = flag('recently_separated', 'recently_separated');
/** Whether RSA was received the month before: state of the fixed point, not asked. */
export const receivedRsa = flag('rsa_last_month', '');
const asiState = adult('asi_last_month', '');
/** ASI of the month before: state of the fixed point, not asked. */
export const asiLastMonth = (e: Evaluation, who: number): Monthly => euros(asiState(e, who));

/** Slots of the state of the fixed point. */
export const STATE = { rsa: receivedRsa.slot, asi: asiState.slot } as const;
/** How many answers there are. */
export const ANSWER_COUNT = answerInfos.length;

const EMPLOYED = ACTIVITIES.indexOf('employed');
const UNEMPLOYED = ACTIVITIES.indexOf('unemployed');
const STUDENT = ACTIVITIES.indexOf('student');
const RETIRED = ACTIVITIES.indexOf('retired');

/** Whether the adult mainly works. */
export const isEmployed = (e: Evaluation, who: number) => activityPlace(e, who) === EMPLOYED;
/** Whether the adult is looking for work. */
export const isUnemployed = (e: Evaluation, who: number) => activityPlace(e, who) === UNEMPLOYED;
/** Whether the adult studies. */
export const isStudent = (e: Evaluation, who: number) => activityPlace(e, who) === STUDENT;
/** Whether the adult is retired. */
export const isRetired = (e: Evaluation, who: number) => activityPlace(e, who) === RETIRED;

const places = Object.fromEntries(HOUSING_STATUSES.map((status, place) => [status, place])) as Record<
  (typeof HOUSING_STATUSES)[number],
  number
>;
/** Whether social housing. */
export const isHlm = (e: Evaluation) => statusPlace(e, 0) === places.hlm;
/** Whether furnished. */
export const isFurnished = (e: Evaluation) => statusPlace(e, 0) === places.private_furnished;
/** Whether a tenant of any kind. */
export const isTenant = (e: Evaluation) => statusPlace(e, 0) <= places.hlm;
/** Whether owner without a mortgage. */
export const isOwner = (e: Evaluation) => statusPlace(e, 0) === places.owner;
/** Whether owner with a mortgage. */
export const isMortgaged = (e: Evaluation) => statusPlace(e, 0) === places.owner_with_mortgage;
/** Whether housed free. */
export const isHosted = (e: Evaluation) => statusPlace(e, 0) === places.hosted_free;
/** Whether the dwelling is one's own: rented or owned. */
export const hasOwnDwelling = (e: Evaluation) => statusPlace(e, 0) <= places.owner_with_mortgage;

/** A month written `YYYY-MM`, as year × 12 + month - 1. The text has been checked. */
export function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}

/**
 * Month of birth. When only an age is given, the birthday is taken six months before the month evaluated, so
 * that it falls in none of the periods the rules look back on more than once.
 */
export function birthOf(person: { readonly age?: number; readonly birth?: string }, month: number): number {
  return person.birth === undefined ? month - 6 - 12 * (person.age ?? 0) : monthNumber(person.birth);
}

function writeAdult(into: Float64Array, person: Adult, who: number, month: number): void {
  into[adultBirth.slot + who] = birthOf(person, month);
  into[activityPlace.slot + who] = ACTIVITIES.indexOf(person.activity);
  into[netSalary.slot + who] = person.net_salary ?? 0;
  into[unemploymentBenefit.slot + who] = person.unemployment_benefit ?? 0;
  into[retirementPension.slot + who] = person.retirement_pension ?? 0;
  into[invalidityPension.slot + who] = person.invalidity_pension ?? 0;
  into[alimonyReceived.slot + who] = person.alimony_received ?? 0;
  into[alimonyPaid.slot + who] = person.alimony_paid ?? 0;
  into[livretA.slot + who] = person.livret_a ?? 0;
  into[otherSavings.slot + who] = person.other_savings ?? 0;
  into[disabilityRate.slot + who] = person.disability_rate ?? 0;
  into[hasRsdae.slot + who] = person.rsdae === true ? 1 : 0;
  into[isAssEligible.slot + who] = person.ass_eligible === true ? 1 : 0;
  into[holdsScholarship.slot + who] = person.scholarship_holder === true ? 1 : 0;
  into[hasRsaJeune.slot + who] = person.rsa_jeune === true ? 1 : 0;
  into[isPregnant.slot + who] = person.pregnant === true ? 1 : 0;
}

/** Writes a household already found valid into the answer slots, with no state from a month before. */
export function writeAnswers(into: Float64Array, household: Household, month: number): void {
  const { adults, children, housing } = household;
  into[adultCount.slot] = adults.length;
  into[childCount.slot] = children.length;
  for (let who = 0; who < adults.length; who++) writeAdult(into, adults[who] as Adult, who, month);
  for (let index = 0; index < children.length; index++) {
    const own = children[index] as Household['children'][number];
    into[childBirth.slot + index] = birthOf(own, month);
    into[childAeeh.slot + index] = own.aeeh === true ? 1 : 0;
    into[childAeehComplement.slot + index] = own.aeeh_complement ?? 0;
  }
  into[statusPlace.slot] = places[housing.status];
  into[zone.slot] = housing.zone ?? 2;
  into[rentEuros.slot] = housing.rent ?? 0;
  into[isFlatshare.slot] = housing.flatshare === true ? 1 : 0;
  into[isRoom.slot] = housing.room === true ? 1 : 0;
  into[paysContribution.slot] = housing.pays_contribution === true ? 1 : 0;
  into[isRecentlySeparated.slot] = household.recently_separated === true ? 1 : 0;
  into[STATE.rsa] = 0;
  into[STATE.asi] = 0;
  into[STATE.asi + 1] = 0;
}
