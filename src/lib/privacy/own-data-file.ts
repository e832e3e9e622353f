/** The form of the file she takes away; raised when a part changes its name or meaning. */
export const OWN_DATA_VERSION = 1;

/** A part of the file: its French name, so that whoever she gives it to can read it, and its content. */
export type OwnDataParts = Readonly<Record<string, unknown>>;

/** The file as text: parts under French names, days and instants in ISO, amounts in cents as their names say. */
export function ownDataFile(parts: OwnDataParts, madeAt: Date): string {
  const head = { version: OWN_DATA_VERSION, fait_le: madeAt.toISOString(), montants: 'en centimes d’euro' };
  return `${JSON.stringify({ ...head, ...parts }, null, 2)}\n`;
}

/** A neutral name for the file: the day, and nothing of the person or of what it is about. */
export function ownDataFileName(madeAt: Date): string {
  return `mes-donnees-${madeAt.toISOString().slice(0, 10)}.json`;
}
