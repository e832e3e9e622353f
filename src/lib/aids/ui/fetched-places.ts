import type {
  LocalAidsFile,
  NearestBodies,
  Places,
  RevisedRight,
  TerritoryFile,
  TerritoryIndex
} from '$lib/aids';

type Get = (address: string) => Promise<Response>;

const NOT_FOUND = 404;

async function departement(get: Get, address: string): Promise<TerritoryFile | 'none' | null> {
  try {
    const answer = await get(address);
    if (answer.status === NOT_FOUND) return 'none';
    return answer.ok ? ((await answer.json()) as TerritoryFile) : null;
  } catch {
    // no network and no copy on the phone: the question offers another way
    return null;
  }
}

async function fileAt<T>(get: Get, address: string): Promise<T | null> {
  try {
    const answer = await get(address);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    // as above
    return null;
  }
}

/**
 * The files of the territory from the site's own address, or from the copy the phone keeps of them. `revised` gives
 * what was published over the local aids of a département, where that is not in memory already.
 */
export function fetchedPlaces(
  get: Get,
  base: string,
  revised?: (departement: string) => Promise<readonly RevisedRight[]>
): Places {
  return {
    index: () => fileAt<TerritoryIndex>(get, `${base}/territory/index.json`),
    departement: (code) => departement(get, `${base}/territory/${code}.json`),
    localAids: async (code) => {
      const [file, changes] = await Promise.all([
        fileAt<LocalAidsFile>(get, `${base}/aids/${code}.json`),
        revised?.(code)
      ]);
      return file && changes ? { ...file, revised: changes } : file;
    }
  };
}

/** The nearest bodies of a commune, from the site's own address; null without network. */
export function fetchedBodies(get: Get, base: string): (insee: string) => Promise<NearestBodies | null> {
  return (insee) => fileAt<NearestBodies>(get, `${base}/api/organismes/${insee}`);
}
