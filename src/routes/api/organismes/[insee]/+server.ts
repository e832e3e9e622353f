import { error, json } from '@sveltejs/kit';
import { isCommuneCode } from '$lib/aids';
import { m } from '$lib/i18n';
import { listNearestBodies } from '$lib/server/aids';
import { openToAll } from '$lib/server/http';
import type { RequestHandler } from './$types';

/** The nearest bodies aids are asked of, for a commune: a public directory, the same for everybody. */
export const GET: RequestHandler = async (event) => {
  openToAll(event);
  const { insee } = event.params;
  const found = isCommuneCode(insee) ? await listNearestBodies(insee) : null;
  if (!found?.ok) error(404, m.public_error_missing_h1());
  return json(found.value, { headers: { 'cache-control': 'public, max-age=86400' } });
};
