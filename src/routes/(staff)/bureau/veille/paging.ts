/** How many lines a page of the law watch holds. */
const PER_PAGE = 25;

/** Some lines of a long list, and where they stand in it. */
export interface Paged<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** The query of the page before and after; null when there is none. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** The lines of the page an address asks for; a page that does not exist is the nearest one. */
export function paged<T>(all: readonly T[], url: URL): Paged<T> {
  const pages = Math.max(1, Math.ceil(all.length / PER_PAGE));
  const asked = Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1;
  const page = Math.min(Math.max(asked, 1), pages);
  const queryOf = (wanted: number) => {
    const query = new URLSearchParams(url.searchParams);
    query.set('page', String(wanted));
    return `?${query}`;
  };
  return {
    rows: all.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    total: all.length,
    page,
    pages,
    previous: page > 1 ? queryOf(page - 1) : null,
    next: page < pages ? queryOf(page + 1) : null
  };
}

/** A text as a search compares it: without accents, in lower case. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
