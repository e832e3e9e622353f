import { z } from 'zod';
import { m } from '$lib/i18n';
import { parseId } from '$lib/kernel';
import { TRACK } from '$lib/questionnaire/ui/words';
import {
  decideTrack,
  handOver,
  handleSituation,
  loadCaseDesk,
  loadTeam,
  type DecideTrackRefusal,
  type HandOverRefusal
} from '$lib/server/backoffice';
import { commandOf, guardStaff, orNotFound, readForm, refuseForm } from '$lib/server/http';
import type { Actions, PageServerLoad } from './$types';
import { caseIdOf } from '../case-id';
import { adviser } from './adviser-action';
import { close, reopen } from './closing-actions';
import { followView } from './follow-view';

const reason = z.string().optional().default('');
const situationForm = z.object({
  identity: z.enum(['confirmed', 'helped', 'represented', 'not_me', 'deceased', 'unconfirmed']).optional(),
  reason
});
const trackForm = z.object({
  track: z.enum(['classic', 'oxygene', 'oxygene_plus']).optional(),
  who: z.string().optional().default(''),
  reason
});
const relayForm = z.object({ to: z.string().optional().default(''), reason });

/** What was said at the door, the track and who follows, the decisions and the whole journal. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'case.read');
  const desk = await orNotFound(loadCaseDesk(actor, caseIdOf(event.params)));
  const members = actor.role === 'supervisor' ? (await loadTeam(actor)).members : [];
  return {
    follow: followView(desk, members),
    mayHandOver: actor.role === 'supervisor',
    commands: {
      situation: newCommand(),
      track: newCommand(),
      relay: newCommand(),
      closing: newCommand(),
      adviser: newCommand()
    }
  };
};

const newCommand = () => crypto.randomUUID() as string;

export const actions: Actions = {
  /** A person of advice accompanies her: contacts rest. */
  adviser: async (event) => {
    const actor = guardStaff(event, 'case.note_adviser');
    return adviser(event, actor);
  },
  /** Closes the case, for a reason. */
  close: async (event) => {
    const actor = guardStaff(event, 'case.close');
    return close(event, actor);
  },
  /** Opens it again, with a reason. */
  reopen: async (event) => {
    const actor = guardStaff(event, 'case.close');
    return reopen(event, actor);
  },
  /** What a human found about who is there. */
  situation: async (event) => {
    const actor = guardStaff(event, 'case.handle_situation');
    const form = await readForm(event, situationForm);
    if (!form.ok) return form.failure;
    const { identity } = form.data;
    if (!identity) {
      return refuseForm(form.values, [{ field: 'identity', message: m.backoffice_error_choice_missing() }]);
    }
    const input = { identity, reason: form.data.reason };
    const command = commandOf(form.commandId, input);
    const done = await orNotFound(handleSituation(actor, caseIdOf(event.params), input, command));
    if (!done.ok) {
      return refuseForm(form.values, [{ field: 'situation-reason', message: reasonWords(done.why.code) }]);
    }
    return { handled: true };
  },
  /** A human decides on the track; signals only recommended. */
  track: async (event) => {
    const actor = guardStaff(event, 'case.decide_track');
    const form = await readForm(event, trackForm);
    if (!form.ok) return form.failure;
    const { track, who } = form.data;
    if (!track) {
      return refuseForm(form.values, [{ field: 'track', message: m.backoffice_error_choice_missing() }]);
    }
    const referentId = actor.role === 'supervisor' ? (parseId<'staff'>(who) ?? undefined) : undefined;
    const input = { track, reason: form.data.reason, referentId };
    const command = commandOf(form.commandId, input);
    const decided = await orNotFound(decideTrack(actor, caseIdOf(event.params), input, command));
    if (!decided.ok) return refuseForm(form.values, [trackError(decided.why)]);
    return { decided: { track: TRACK[decided.value.track](), name: decided.value.referentName } };
  },
  /** Gives the case to somebody else of the team, for good. */
  relay: async (event) => {
    const actor = guardStaff(event, 'team.route');
    const form = await readForm(event, relayForm);
    if (!form.ok) return form.failure;
    const to = parseId<'staff'>(form.data.to);
    if (!to) {
      return refuseForm(form.values, [{ field: 'to', message: m.backoffice_follow_relay_missing() }]);
    }
    const input = { to, reason: form.data.reason };
    const command = commandOf(form.commandId, input);
    const done = await orNotFound(handOver(actor, caseIdOf(event.params), input, command));
    if (done.ok) return { relayedTo: done.value.name };
    return refuseForm(form.values, [relayError(done.why.code)]);
  }
};

function reasonWords(code: 'reason_missing' | 'case_closed' | 'command_reused'): string {
  if (code === 'case_closed') return m.backoffice_follow_closed_first();
  return code === 'reason_missing' ? m.backoffice_error_reason_missing() : m.backoffice_error_reused();
}

function relayError(code: HandOverRefusal['code'] | 'command_reused') {
  if (code === 'nobody_there') return { field: 'to', message: m.backoffice_follow_relay_gone() };
  if (code === 'follows_already') return { field: 'to', message: m.backoffice_follow_relay_already() };
  return { field: 'relay-reason', message: reasonWords(code) };
}

function trackError(why: DecideTrackRefusal | { readonly code: 'command_reused' }) {
  return why.code === 'nobody_available'
    ? { field: 'track', message: m.backoffice_follow_track_nobody() }
    : { field: 'track-reason', message: reasonWords(why.code) };
}
