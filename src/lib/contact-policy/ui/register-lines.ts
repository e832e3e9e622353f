import { capital, fullDate, hourOf, m, monthAndYear, monthName, weekdayAndNumber } from '$lib/i18n';
import { addDays, dayInZone, type LocalDate } from '$lib/kernel';
import { isCounted, type Channel, type PastContact } from '../contact';
import { POLICY_NUMBERS } from '../policy-numbers';
import type { RuleTrace } from '../rule-trace';
import { describeRule, describeStop, isStop } from './words';

/** A line of the register as it is kept. */
export interface RegisterEntry extends PastContact {
  readonly id: string;
  /** The rule that decided, with the numbers of that moment; null for what the person herself sent. */
  readonly rule: RuleTrace | null;
  /** First name of who wrote or called; null when a machine did. */
  readonly by?: string | null;
  /** How many days "c’était de trop" counts, when the policy of that day says other than the default. */
  readonly tooMuchDays?: number;
}

/** A line of the register as it is read. */
export interface RegisterLine {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly rule: string;
  /** A full ring: it took place. Open: a rule stopped it, or it waits. */
  readonly happened: boolean;
  readonly canSayTooMuch: boolean;
  /** What "c’était de trop" has changed; null when it was not said. */
  readonly tooMuch: string | null;
}

/** The lines of a month under its name. */
export interface RegisterMonth {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly RegisterLine[];
}

/** The register in words, newest first, month by month, on the person's clock. The year is named when it is not this one. */
export function registerMonths(
  entries: readonly RegisterEntry[],
  now: Date,
  timeZone: string
): RegisterMonth[] {
  const today = dayInZone(now, timeZone);
  const months = new Map<string, RegisterEntry[]>();
  for (const entry of [...entries].sort((a, b) => b.at.getTime() - a.at.getTime())) {
    const month = dayInZone(entry.at, timeZone).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months].map(([key, inMonth]) => ({
    key,
    title: monthTitle(dayInZone(inMonth[0]?.at ?? now, timeZone), today),
    lines: inMonth.map((entry) => registerLine(entry, today, timeZone))
  }));
}

function monthTitle(day: LocalDate, today: LocalDate): string {
  return capital(day.slice(0, 4) === today.slice(0, 4) ? monthName(day) : monthAndYear(day));
}

function registerLine(entry: RegisterEntry, today: LocalDate, timeZone: string): RegisterLine {
  const happened = entry.state !== 'refused' && entry.state !== 'waiting';
  return {
    id: entry.id,
    title: titleOf(entry),
    when: whenOf(entry, timeZone),
    rule: ruleOf(entry),
    happened,
    canSayTooMuch: happened && isCounted(entry) && !entry.tooMuchAt,
    tooMuch: entry.tooMuchAt ? tooMuchWords(entry, entry.tooMuchAt, today, timeZone) : null
  };
}

type Title = readonly [happened: () => string, stopped: () => string, waiting: () => string];

const TITLES: Readonly<Record<Channel, Title>> = {
  letter: [m.contacts_line_letter, m.contacts_line_letter_stopped, m.contacts_line_letter_waiting],
  email: [m.contacts_line_email, m.contacts_line_email_stopped, m.contacts_line_email_waiting],
  sms: [m.contacts_line_sms, m.contacts_line_sms_stopped, m.contacts_line_sms_waiting],
  call: [m.contacts_line_call, m.contacts_line_call_stopped, m.contacts_line_call_waiting],
  voicemail: [
    m.contacts_line_voicemail,
    m.contacts_line_voicemail_stopped,
    m.contacts_line_voicemail_waiting
  ],
  push: [m.contacts_line_push, m.contacts_line_push_stopped, m.contacts_line_push_waiting],
  app: [m.contacts_line_app, m.contacts_line_app_stopped, m.contacts_line_app_waiting]
};

/** What a line is, by its channel and what became of it: "Courriel", "Appel non passé". */
export function titleOf({ channel, state, by }: RegisterEntry): string {
  if (state === 'received')
    return channel === 'call' ? m.contacts_line_received_call() : m.contacts_line_received();
  const [happened, stopped, waiting] = TITLES[channel];
  if (state === 'refused') return stopped();
  if (state === 'waiting') return waiting();
  return channel === 'app' && by ? m.contacts_line_app_by({ name: by }) : happened();
}

function whenOf({ at, channel }: RegisterEntry, timeZone: string): string {
  const day = capital(weekdayAndNumber(dayInZone(at, timeZone)));
  return channel === 'letter' ? day : m.contacts_line_when({ day, hour: hourOf(at, timeZone) });
}

/** Why it was possible, or which rule stopped it, in a sentence. */
export function ruleOf(entry: RegisterEntry): string {
  if (entry.state === 'received' || entry.rule === null) return m.contacts_line_received_note();
  if (entry.channel === 'call' && entry.state !== 'refused' && isStop(entry.rule))
    return m.contacts_line_call_against({ rule: describeStop(entry.rule) });
  const rule = describeRule(entry.rule);
  return entry.channel === 'call' && entry.state === 'attempted'
    ? m.contacts_line_call_unanswered({ rule })
    : rule;
}

function tooMuchWords(entry: RegisterEntry, saidAt: Date, today: LocalDate, timeZone: string): string {
  const from = dayInZone(saidAt, timeZone);
  const until = addDays(from, entry.tooMuchDays ?? POLICY_NUMBERS.tooMuchDays.byDefault);
  return today < until
    ? m.contacts_too_much_since({ day: fullDate(until) })
    : m.contacts_too_much_ended({ from: fullDate(from), to: fullDate(until) });
}
