import { guardDebtor, outboxOwner } from '$lib/server/http';
import type { LayoutServerLoad } from './$types';

/** Whose answers this phone may keep while there is no network. */
export const load: LayoutServerLoad = (event) => ({
  outboxOwner: outboxOwner(guardDebtor(event, 'own_case.read'))
});
