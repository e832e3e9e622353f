import { error, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { m } from '$lib/i18n';
import { maySpeakFor, reportSituation, type SituationTeller } from '$lib/server/entry';
import { endPending, endSession, openToAll, pendingSecret, readForm, refuseForm } from '$lib/server/http';
import { situationOf } from '../../../situations';
import { waitWords } from '../../../wait-words';
import type { Actions, PageServerLoad } from './$types';

const schema = z.object({
  words: z.string().trim().max(2000, m.access_other_too_long()).default(''),
  replyTo: z.string().trim().max(254, m.access_other_reply_to_missing()).default('')
});

export const load: PageServerLoad = async (event) => {
  openToAll(event);
  const situation = knownSituation(event.params.situation);
  return { slug: situation.slug, mayTell: (await tellerOf(event)) !== null };
};

export const actions: Actions = {
  default: async (event) => {
    openToAll(event);
    const { kind, needsReply } = knownSituation(event.params.situation);
    const form = await readForm(event, schema);
    if (!form.ok) return form.failure;
    if (needsReply && form.data.replyTo === '') {
      const message = m.access_other_reply_to_missing();
      return refuseForm(form.values, [{ field: 'replyTo', message }]);
    }
    const teller = await tellerOf(event);
    const reported = teller && (await reportSituation(teller, { kind, ...form.data }));
    if (reported?.ok) {
      // whoever said it is not the one to stay signed in
      if (kind === 'not_me' || kind === 'deceased') await endSession(event);
      endPending(event);
      return { done: true };
    }
    const message =
      reported?.why.code === 'calm_wait' ? waitWords(reported.why.until, new Date()) : m.access_verify_over();
    return refuseForm(form.values, [{ field: 'words', message }]);
  }
};

function knownSituation(slug: string) {
  return situationOf(slug) ?? error(404, m.access_page_missing());
}

async function tellerOf(event: RequestEvent): Promise<SituationTeller | null> {
  const { actor } = event.locals;
  if (actor?.kind === 'debtor') return { kind: 'signed_in', actor };
  const pending = pendingSecret(event);
  return pending && (await maySpeakFor(pending)) ? { kind: 'at_the_door', pending } : null;
}
