import { ownDataFile, ownDataFileName } from '$lib/privacy';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { exportOwnData, ownDataParts } from '$lib/server/privacy';
import type { RequestHandler } from './$types';

/** All that is kept about her, as one JSON file. A POST, so that no link, scanner or prefetch takes it. */
export const POST: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.use_rights');
  const madeAt = new Date();
  const data = await orNotFound(exportOwnData(actor));
  return new Response(ownDataFile(ownDataParts(data), madeAt), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${ownDataFileName(madeAt)}"`,
      'cache-control': 'no-store'
    }
  });
};
