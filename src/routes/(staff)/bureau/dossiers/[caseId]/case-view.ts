import type { StaffActor } from '$lib/access';
import { standInOn } from '$lib/cases';
import { DESK_ZONE, promiseWords } from '$lib/backoffice/ui/promise-words';
import type { Channel } from '$lib/contact-policy';
import { lastDayWords } from '$lib/contact-policy/ui/words';
import { euros, fullDate, list, m, shortDay } from '$lib/i18n';
import { dayInZone } from '$lib/kernel';
import { monthsOf } from '$lib/plans';
import { STATE_AT_DESK } from '$lib/plans/ui/desk-words';
import { passedWords } from '$lib/plans/ui/words';
import { TRACK, signalView } from '$lib/questionnaire/ui/words';
import type { CaseDesk } from '$lib/server/backoffice';
import { helpsOf } from './helps';
import { CLOSING } from './closing-words';
import { chronology } from './journal-words';

const CHANNELS: Readonly<Record<Channel, () => string>> = {
  letter: m.backoffice_channel_letter,
  email: m.backoffice_channel_email,
  sms: m.backoffice_channel_sms,
  call: m.backoffice_channel_call,
  voicemail: m.backoffice_channel_voicemail,
  push: m.backoffice_channel_push,
  app: m.backoffice_channel_app
};

const CHRONOLOGY_LINES = 10;
const amount = (cents: number) => euros(cents, { cents: 'when-needed' });

/** All that stands around the pages of a case, in words. Plain JSON. */
export function caseView(desk: CaseDesk, actor: StaffActor, now: Date) {
  const { head, person } = desk;
  return {
    caseId: head.id,
    name: `${person.firstName} ${person.lastName}`,
    firstName: person.firstName,
    note: headNote(desk, now),
    reference: head.reference,
    helps: helpsOf(desk),
    signals: desk.signals.map((row) => signalLine(row, now)),
    contacts: contactsView(desk),
    chronology: chronology(desk.journal, head.timeZone).slice(0, CHRONOLOGY_LINES),
    debtCount: desk.debts.length,
    plan: planView(desk),
    hasLifeEvent: desk.signals.some(({ signal }) => signal.kind === 'evenement'),
    closedOn: head.closedAt && fullDate(dayInZone(head.closedAt, DESK_ZONE)),
    closedWhy: head.closedAt && CLOSING[head.closingReason ?? 'other'](),
    hasSituation: desk.situations.length > 0,
    isDeceased: head.identity === 'deceased' || desk.situations.some(({ kind }) => kind === 'deceased'),
    recommended:
      head.routingRequestedAt && head.recommendedTrack && head.recommendedTrack !== head.track
        ? TRACK[head.recommendedTrack]()
        : null,
    isRoutingAsked: head.routingRequestedAt !== null,
    maySeeRoute: actor.role === 'supervisor'
  };
}

function headNote({ head, age, names }: CaseDesk, now: Date): string {
  const referent = head.referentId ? names.get(head.referentId)?.name : undefined;
  const standInId = standInOn(head, dayInZone(now, head.timeZone));
  const standIn = standInId ? names.get(standInId)?.name : undefined;
  return [
    m.backoffice_case_age({ age: String(age), city: head.city }),
    referent ? m.backoffice_case_referent({ name: referent }) : m.backoffice_case_referent_none(),
    ...(standIn && head.standInUntil
      ? [m.backoffice_case_stand_in({ name: standIn, day: fullDate(head.standInUntil) })]
      : []),
    head.track === 'classic'
      ? m.backoffice_case_track_classic()
      : m.backoffice_case_track({ track: TRACK[head.track]() })
  ].join(' · ');
}

function signalLine({ id, signal, words, wordsDueAt }: CaseDesk['signals'][number], now: Date) {
  const view = signalView(signal, '');
  const owed = words === null && wordsDueAt !== null ? { kind: 'signal_words', by: wordsDueAt } : null;
  const isLate = owed !== null && owed.by < now;
  const by = owed && promiseWords(owed as { kind: 'signal_words'; by: Date }, now);
  return {
    id,
    name: view.name,
    causes: view.causes.map(({ answer }) => answer).join(' '),
    since: shortDay(signal.raisedOn),
    due: by && (isLate ? m.backoffice_case_signals_late({ by }) : m.backoffice_case_signals_due({ by })),
    isAnswered: words !== null
  };
}

function contactsView({ register }: CaseDesk): string[] {
  const { allowance, pause, preferences } = register;
  const { used, limit } = allowance.sevenDays;
  const refused = preferences.refusedChannels.map((channel) => CHANNELS[channel]());
  return [
    limit > 0
      ? m.backoffice_case_contacts_week({ used: String(used), limit: String(limit) })
      : m.backoffice_case_contacts_none(),
    ...(pause
      ? [
          pause.resumesOn
            ? m.backoffice_case_contacts_pause_until({ day: lastDayWords(pause.resumesOn) })
            : m.backoffice_case_contacts_pause()
        ]
      : []),
    ...(refused.length > 0 ? [m.backoffice_case_contacts_refused({ channels: list(refused) })] : [])
  ];
}

function planView({ plans }: CaseDesk) {
  const { situation } = plans;
  const [plan] = plans.plans;
  if (!plan) return null;
  const months =
    plan.schedule && monthsOf(plan.schedule, situation.context.leftToLive, situation.context.floorCents);
  const side = (view: { paidCents: number; leftCents: number }) =>
    m.backoffice_case_plan_left({ paid: amount(view.paidCents), left: amount(view.leftCents) });
  return {
    state: STATE_AT_DESK[plan.state](),
    isWaiting: plan.state === 'proposed' || plan.smaller?.state === 'asked',
    proposedOn: shortDay(dayInZone(plan.proposedAt, DESK_ZONE)),
    ordinary: months && side(months.ordinary),
    difficult: months && side(months.difficult),
    floor: amount(situation.context.floorCents),
    passed: plan.schedule ? passedWords(plan.schedule) : []
  };
}
