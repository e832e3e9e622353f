/** Where somebody is led who is not signed in any more. */
export const DOORS: readonly string[] = ['/entrer'];
