import { fullDate, longInstant, m, phoneNumber, plural } from '$lib/i18n';
import { RETENTION } from '$lib/privacy';
import { durationWords } from '$lib/privacy/ui/retention-words';
import { QUESTIONS_IN_ORDER } from '$lib/questionnaire';
import { guardDebtor, orNotFound } from '$lib/server/http';
import { loadOwnData, type OwnData } from '$lib/server/privacy';
import type { PageServerLoad } from './$types';

/** What is kept about her, in words; who opened her file; what she may do with it. */
export const load: PageServerLoad = async (event) => {
  const actor = guardDebtor(event, 'own_case.use_rights');
  const data = await orNotFound(loadOwnData(actor));
  const { person, head } = data;
  const phone = person.phone && phoneNumber(person.phone);
  return {
    facts: [
      { term: m.privacy_fact_name(), text: `${person.firstName} ${person.lastName}` },
      { term: m.privacy_fact_birth(), text: fullDate(person.birthDate) },
      { term: m.privacy_fact_address(), text: `${person.address}, ${person.postcode} ${person.city}` },
      { term: m.privacy_fact_email(), text: channelWords(person.email, person.emailConfirmedAt) },
      { term: m.privacy_fact_phone(), text: channelWords(phone, person.phoneConfirmedAt) },
      { term: m.privacy_fact_reference(), text: head.reference }
    ],
    kept: keptWords(data),
    openings: data.journal
      .filter((line) => line.action === 'case.opened')
      .slice(0, 20)
      .map((line) => ({
        id: line.id,
        // a program has a name of its own in the journal, which says nothing to her
        name: line.actorKind === 'system' ? m.privacy_openings_arrival() : (line.actorName ?? ''),
        when: longInstant(line.at, head.timeZone)
      }))
  };
};

function channelWords(value: string | null, confirmedAt: Date | null): string {
  if (value === null) return m.privacy_fact_none();
  return confirmedAt ? m.privacy_fact_confirmed({ value }) : m.privacy_fact_not_confirmed({ value });
}

function keptWords(data: OwnData): { text: string; retention: string }[] {
  const answered = Object.keys(data.answers.entries).length;
  const count = (value: number) => String(value);
  const untilErased = {
    answers: m.privacy_retention_answers({ duration: durationWords(RETENTION.answers.keep) }),
    case: m.privacy_retention_case({ duration: durationWords(RETENTION.whole_case.keep) })
  };
  return [
    {
      text: plural(
        answered,
        m.privacy_kept_answers_one,
        m.privacy_kept_answers_other
      )({ count: count(answered), total: count(QUESTIONS_IN_ORDER.length) }),
      retention: untilErased.answers
    },
    {
      text: counted(data.signals.length, m.privacy_kept_signals_one, m.privacy_kept_signals_other),
      retention: untilErased.answers
    },
    {
      text: counted(data.debts.length, m.privacy_kept_debts_one, m.privacy_kept_debts_other),
      retention: untilErased.case
    },
    {
      text: counted(data.plans.length, m.privacy_kept_plans_one, m.privacy_kept_plans_other),
      retention: untilErased.case
    },
    {
      text: counted(data.messages.length, m.privacy_kept_messages_one, m.privacy_kept_messages_other),
      retention: untilErased.case
    },
    {
      text: counted(data.contacts.length, m.privacy_kept_contacts_one, m.privacy_kept_contacts_other),
      retention: untilErased.case
    }
  ];
}

type Counted = (of: { count: string }) => string;

/** "0 signal", "2 signaux". */
function counted(count: number, one: Counted, other: Counted): string {
  return plural(count, one, other)({ count: String(count) });
}
