import type { StaffActor, StaffRole } from '$lib/access';
import type { TeamId } from '$lib/kernel';
import { addStaff, demonstrationAccount, type DemonstrationAccount } from '../../access';
import { demonstrationPassphrase } from './passphrase';
import { SEED } from './seed-actor';

const TEAM = 'Équipe Rennes';

interface Invented {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly role: StaffRole;
}

/** The demonstration staff, all invented; the first referent is the one visitors sign in as. */
const PEOPLE = [
  { email: 'leila.amrani@exemple.fr', firstName: 'Leïla', lastName: 'Amrani', role: 'referent' },
  { email: 'claire.hamon@exemple.fr', firstName: 'Claire', lastName: 'Hamon', role: 'supervisor' },
  { email: 'yann.tanguy@exemple.fr', firstName: 'Yann', lastName: 'Tanguy', role: 'referent' },
  { email: 'mariam.sissoko@exemple.fr', firstName: 'Mariam', lastName: 'Sissoko', role: 'referent' },
  { email: 'denis.pichon@exemple.fr', firstName: 'Denis', lastName: 'Pichon', role: 'adviser' },
  // a change of the law is published by somebody else than whoever proposed it
  { email: 'solene.kervella@exemple.fr', firstName: 'Solène', lastName: 'Kervella', role: 'supervisor' }
] as const satisfies readonly Invented[];

/** A member of the demonstration staff, as an actor and with what she signs in with. */
export interface SeededPerson {
  readonly actor: StaffActor;
  readonly access: { readonly email: string; readonly password: string; readonly totpSecret: string };
}

/** The people of the demonstration. */
export interface SeededStaff {
  readonly teamId: TeamId;
  readonly referent: SeededPerson;
  readonly supervisor: SeededPerson;
  readonly secondReferent: SeededPerson;
  readonly secondSupervisor: SeededPerson;
}

/** Adds the demonstration staff, or finds them again and gives them back their passphrases. */
export async function seedStaff(): Promise<SeededStaff> {
  const [first, ...others] = PEOPLE;
  // the first founds the team of all
  const founder = first && (await seedPerson(first));
  const seeded = [founder, ...(await Promise.all(others.map(seedPerson)))];
  const [referent, supervisor, secondReferent] = seeded;
  const secondSupervisor = seeded.at(-1);
  if (!referent || !supervisor || !secondReferent || !secondSupervisor)
    throw new Error('The demonstration needs its staff');
  return { teamId: supervisor.actor.teamId, referent, supervisor, secondReferent, secondSupervisor };
}

async function seedPerson(person: Invented): Promise<SeededPerson> {
  const password = demonstrationPassphrase(person.email);
  const known = await demonstrationAccount(person.email, password);
  if (known) return toPerson(person, password, known);
  const added = await addStaff(SEED, { ...person, teamName: TEAM, password });
  if (!added.ok) throw new Error(`${person.email}: ${added.why.code}`);
  return toPerson(person, password, added.value);
}

function toPerson(person: Invented, password: string, account: DemonstrationAccount): SeededPerson {
  const { staffId, teamId, totpSecret } = account;
  const { email, firstName, lastName, role } = person;
  return {
    actor: { kind: 'staff', staffId, teamId, role, firstName, name: `${firstName} ${lastName}` },
    access: { email, password, totpSecret }
  };
}
