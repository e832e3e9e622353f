import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { openCatalogue } from '$lib/aids';
import { fullDate, m } from '$lib/i18n';
import { parseId, type Result } from '$lib/kernel';
import {
  loadRevision,
  publishRevision,
  rejectRevision,
  startRescreening,
  type DecisionRefusal,
  type Impact,
  type RescreenRefusal,
  type RevisionId
} from '$lib/server/aids';
import { guardStaff, orNotFound, readForm, refuseForm, type FieldError } from '$lib/server/http';
import { placeWords, scopesOf } from '../../place-words';
import { newsLines, passLine } from '../../pass-view';
import { revisionLine } from '../../revision-view';
import type { Actions, PageServerLoad } from './$types';
import { differencesOf } from './difference';
import { impactView, type ImpactView } from './impact-view';
import { profilesLine, rightImpactView } from './right-impact-view';

const text = z.string().optional().default('');
const publishForm = z.object({ published_on: text });
const rejectForm = z.object({ reason: text });

function idOf(param: string): RevisionId {
  return parseId<'law-revision'>(param) ?? error(404, m.veille_fault_gone());
}

/** A change: before and after, who gains and loses, the decision, and the pass over the profiles. */
export const load: PageServerLoad = async (event) => {
  const actor = guardStaff(event, 'law_watch.read');
  const found = await orNotFound(loadRevision(actor, idOf(event.params.revisionId)));
  if (!found.ok) error(404, m.veille_fault_gone());
  const { revision, impact, profiles, isOwn, passes, news, isScreened, mayRescreen, today } = found.value;
  const { revised, inForceOn, state } = revision;
  const [wordsOf, { SITUATIONS }] = await Promise.all([
    placeWords(event.fetch, scopesOf(revision)),
    openCatalogue()
  ]);
  return {
    line: revisionLine(revision, wordsOf),
    isOwn,
    isScreened,
    isPublished: state === 'published',
    whole: wholeWords(revised.before === null, revised.after === null),
    differences: differencesOf(revision, wordsOf, SITUATIONS),
    impact: impact && viewOf(impact),
    profiles: profiles && profilesLine(profiles),
    passes: passes.map(passLine),
    news: newsLines(news),
    mayRescreen,
    // a right is used from the later of both days: the one it applies from is the one to offer
    publishOn: revised.subject === 'right' && inForceOn > today ? inForceOn : today
  };
};

function viewOf(impact: Impact): ImpactView {
  return 'subject' in impact ? rightImpactView(impact) : impactView(impact);
}

function wholeWords(isNew: boolean, isGone: boolean): string | null {
  if (isGone) return m.veille_change_removed();
  return isNew ? m.veille_change_added() : null;
}

function decisionFault(why: DecisionRefusal): FieldError {
  switch (why.code) {
    case 'not_a_day':
      return { field: 'published_on', message: m.veille_fault_not_a_day() };
    case 'published_in_past':
      return {
        field: 'published_on',
        message: m.veille_fault_published_in_past({ day: fullDate(why.earliest) })
      };
    case 'reason_missing':
      return { field: 'reason', message: m.veille_fault_reason_missing() };
    case 'own_proposal':
      return { field: '', message: m.veille_fault_own_proposal() };
    case 'subject_changed':
      return { field: '', message: m.veille_fault_subject_changed() };
    case 'already_decided':
      return { field: '', message: m.veille_fault_already_decided() };
    case 'not_there':
      error(404, m.veille_fault_gone());
  }
}

const RESCREEN_FAULT: Readonly<Record<RescreenRefusal['code'], () => string>> = {
  not_there: m.veille_fault_gone,
  nothing_computed: m.veille_rescreen_fault_nothing,
  not_yet: m.veille_rescreen_fault_not_yet,
  already_running: m.veille_rescreen_fault_running
};

export const actions: Actions = {
  /** Publishes somebody else's proposal. */
  publish: async (event) => {
    const actor = guardStaff(event, 'law_watch.decide');
    const form = await readForm(event, publishForm);
    if (!form.ok) return form.failure;
    const input = { id: idOf(event.params.revisionId), publishedOn: form.data.published_on };
    const done: Result<null, DecisionRefusal> = await orNotFound(publishRevision(actor, input));
    return done.ok
      ? { done: m.veille_decide_published(), next: m.veille_decide_published_next() }
      : refuseForm(form.values, [decisionFault(done.why)]);
  },
  /** Rejects somebody else's proposal, with a reason. */
  reject: async (event) => {
    const actor = guardStaff(event, 'law_watch.decide');
    const form = await readForm(event, rejectForm);
    if (!form.ok) return form.failure;
    const input = { id: idOf(event.params.revisionId), reason: form.data.reason };
    const done = await orNotFound(rejectRevision(actor, input));
    return done.ok
      ? { done: m.veille_decide_rejected(), next: '' }
      : refuseForm(form.values, [decisionFault(done.why)]);
  },
  /** Screens the stored profiles again, for those who saved theirs since. */
  rescreen: async (event) => {
    const actor = guardStaff(event, 'law_watch.decide');
    const done = await orNotFound(startRescreening(actor, idOf(event.params.revisionId)));
    return done.ok
      ? { done: m.veille_rescreen_asked(), next: '' }
      : refuseForm({}, [{ field: '', message: RESCREEN_FAULT[done.why.code]() }]);
  }
};
