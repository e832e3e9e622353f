import { longInstant, m } from '$lib/i18n';
import { ownDataFile, ownDataFileName } from '$lib/privacy';
import { guardDebtor, orNotFound, plainPage, retryAfter } from '$lib/server/http';
import { exportOwnData, ownDataParts } from '$lib/server/privacy';
import type { RequestHandler } from './$types';

/** All that is kept about her, as one JSON file. A POST, so that no link, scanner or prefetch takes it. */
export const POST: RequestHandler = async (event) => {
  const actor = guardDebtor(event, 'own_case.use_rights');
  const madeAt = new Date();
  const exported = await orNotFound(exportOwnData(actor));
  if (!exported.ok) return waitPage(exported.why.until);
  return new Response(ownDataFile(ownDataParts(exported.value), madeAt), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${ownDataFileName(madeAt)}"`,
      'cache-control': 'no-store'
    }
  });
};

function waitPage(until: Date): Response {
  const when = longInstant(until, 'Europe/Paris');
  return plainPage({
    status: 429,
    title: m.privacy_export_wait_title(),
    words: [m.privacy_export_wait({ when }), m.privacy_export_wait_kept()],
    headers: { ...retryAfter(until), 'cache-control': 'no-store' }
  });
}
