import { base } from '$app/paths';

/** Where the two doors of the first page lead: who received a message, and who only looks. */
export const DOORS = { comeIn: `${base}/entrer`, aids: `${base}/aides` };
