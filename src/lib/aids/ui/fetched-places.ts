import type { Places, TerritoryFile, TerritoryIndex } from '$lib/aids';

async function json<T>(get: typeof fetch, address: string): Promise<T | null> {
  try {
    const answer = await get(address);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    // no network and no copy on the phone: the question offers another way
    return null;
  }
}

/** The files of the territory from the site's own address, or from the copy the phone keeps of them. */
export function fetchedPlaces(get: typeof fetch, base: string): Places {
  return {
    index: () => json<TerritoryIndex>(get, `${base}/territory/index.json`),
    departement: (code) => json<TerritoryFile>(get, `${base}/territory/${code}.json`)
  };
}
