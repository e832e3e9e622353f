declare const idBrand: unique symbol;

/** A UUID in lower case. `Kind` tells apart the ids of different things at compile time. */
export type Id<Kind extends string = string> = string & { readonly [idBrand]: Kind };

/** The id of a case (dossier). */
export type CaseId = Id<'case'>;
/** The id of a member of staff. */
export type StaffId = Id<'staff'>;
/** The id of a team of referents. */
export type TeamId = Id<'team'>;
/** The id of a command, made on the phone so that a repeat can be recognised. */
export type CommandId = Id<'command'>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Reads an id from outside; null when it is not a UUID. Upper case is accepted. */
export function parseId<Kind extends string>(text: string): Id<Kind> | null {
  const lower = text.toLowerCase();
  return UUID.test(lower) ? (lower as Id<Kind>) : null;
}
