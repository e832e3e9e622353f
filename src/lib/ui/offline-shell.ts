/** What the service worker does with a request. Pure, so that it can be read and tested apart from any browser. */

/** Pages that are nobody's: kept on the phone, shown or used without network. */
export const OFFLINE_PAGE = '/hors-ligne';
/** How the name of the copy on the phone begins; the build follows. */
export const SHELL_PREFIX = 'oxygene-';
/** What a page says to the service worker so that it keeps all the simulator of aids may need. */
export const KEEP_SIMULATOR = 'keep-simulator';
/** The pages kept at install. */
export const KEPT_PAGES: readonly string[] = [OFFLINE_PAGE, '/hors-ligne/questions', '/aides'];

/**
 * `asset`: from the phone first, it never changes under its name. `kept_page`: fresh when possible, the copy otherwise.
 * `page`: from the network only; without one, the page that says so. `pass`: not ours to touch; anything a person
 * reads, sends or streams is never kept.
 */
export type Handling = 'asset' | 'kept_page' | 'page' | 'pass';

/** What a request tells. */
export interface RequestFacts {
  readonly method: string;
  readonly mode: string;
  readonly isOwnOrigin: boolean;
  readonly pathname: string;
}

/** How to handle a request. `staticFiles` are the files served as they are, without a name of their own version. */
export function handlingOf(request: RequestFacts, staticFiles: ReadonlySet<string>): Handling {
  const { method, mode, isOwnOrigin, pathname } = request;
  if (method !== 'GET' || !isOwnOrigin) return 'pass';
  if (pathname.startsWith('/_app/immutable/') || staticFiles.has(pathname)) return 'asset';
  if (KEPT_PAGES.includes(pathname)) return 'kept_page';
  return mode === 'navigate' ? 'page' : 'pass';
}

const PARTS = '/_app/immutable/workers/parts/';
const TERRITORY = '/territory/index.json';

/** Of the files the build lists, those the simulator fetches as it goes on; its scripts first. */
export function simulatorFiles(files: ReadonlySet<string>): readonly string[] {
  const scripts = [...files].filter((file) => file.startsWith(PARTS));
  return files.has(TERRITORY) ? [...scripts, TERRITORY] : scripts;
}
