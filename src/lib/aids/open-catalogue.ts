import type * as catalogue from './catalogue';

/** The catalogue of rights: `rightsFor`, `openLocalAids`, `cumulationOf`, the national rights and the questions. */
export type Catalogue = typeof catalogue;

/** Loads the catalogue of rights, apart from the engine: its data weigh nothing on pages that do not need them. */
export function openCatalogue(): Promise<Catalogue> {
  return import('./catalogue');
}
