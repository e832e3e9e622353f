/** Where a form is answered to by who is not signed in any more; tests/architecture/guards.test.ts holds them to the guard. */
export const DOORS = ['/entrer', '/bureau/connexion'] as const;
