import { codesOf, reaches, type Scope, type TerritoryFile } from '$lib/aids';

const CODE = /^(?:\d{2}|2[AB]|9[78]\d)$/;

/** The code of a département as it was typed: `1`, `2a`. */
export function departementTyped(text: string): string {
  const code = text.trim().toUpperCase();
  return /^\d$/.test(code) ? `0${code}` : code;
}

/** The places of a département, from the site's own files; null when there is none of that code. */
export async function territoryOf(get: typeof fetch, departement: string): Promise<TerritoryFile | null> {
  if (!CODE.test(departement)) return null;
  const answer = await get(`/territory/${departement}.json`);
  return answer.ok ? ((await answer.json()) as TerritoryFile) : null;
}

/**
 * Whether an aid exists somewhere in a département: in all of it, in its région, in one of its EPCIs or communes. What
 * exists everywhere is no aid of this place; nothing is near a département that is none.
 */
export function nearness(territory: TerritoryFile | null): (scope: Scope | undefined) => boolean {
  if (!territory) return () => false;
  const codes = codesOf(territory);
  return (scope) => scope !== undefined && reaches(scope, territory, codes);
}
