import type { LaterEvent, SilenceReason } from './events';
import type { Happened } from './life';

/*
 * A second, naive reading of the register, which shares no code with the rules: it reads the clock from words as the
 * British write it, counts days one by one, and keeps its own list of the silences it heard of.
 */

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const BRITISH = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'short'
});
const HOLIDAYS = ['1/1', '1/5', '8/5', '14/7', '15/8', '1/11', '11/11', '25/12'];
const EASTERS = ['2026-04-05', '2027-03-28', '2028-04-16', '2029-04-01', '2030-04-21', '2031-04-13'];
EASTERS.push('2032-03-28', '2033-04-17', '2034-04-09', '2035-03-25', '2036-04-13', '2037-04-05');
const MOVING = new Set(
  EASTERS.flatMap((easter) => [1, 39, 50].map((days) => Date.parse(easter) / DAY_MS + days))
);

/** Days each silence lasts; Infinity until it is ended. */
const SILENCE_DAYS: Readonly<Record<SilenceReason | 'dispute' | 'proposal', number>> = {
  asked_by_person: 30,
  bereavement: 30,
  health: 30,
  distress: 7,
  debt_adviser: 30,
  surendettement_filed: 90,
  identity_problem: Infinity,
  dispute: Infinity,
  proposal: Infinity
};
const COUNTED = ['demand', 'follow_up', 'survey'];
const HELD = [...COUNTED, 'due_reminder'];

interface Wall {
  readonly serial: number;
  readonly weekday: number;
  readonly minutes: number;
  readonly isHoliday: boolean;
}

interface Made extends Wall {
  readonly at: number;
  readonly channel: string;
  readonly purpose: string;
  readonly isTalk: boolean;
  readonly instalmentId: string | null;
  tooMuchSerial: number | null;
}

function wallOf(at: Date): Wall {
  const [, day, month, year, hour, minute] = (
    /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(BRITISH.format(at)) ?? []
  ).map(Number);
  const utc = Date.UTC(year!, month! - 1, day!);
  const serial = utc / DAY_MS;
  const isHoliday = HOLIDAYS.includes(`${day}/${month}`) || MOVING.has(serial);
  return { serial, weekday: new Date(utc).getUTCDay(), minutes: hour! * 60 + minute!, isHoliday };
}

/** Looks at each contact when it is made, and answers what was wrong with it. */
export class RegisterInspector {
  readonly #made: Made[] = [];
  readonly #silences = new Map<string, { from: number; to: number }>();
  #refused: readonly string[] = [];
  #isClosed = false;

  /** What the rules should not have let pass; null when all is well. */
  look({ event, contact, at, planEvent, planBefore }: Happened, proposed: boolean): string | null {
    const wall = wallOf(at);
    this.#hear(event, at, wall.serial);
    if (proposed) this.#rest('proposal', wall.serial);
    if (planEvent && planBefore && !['counter', 'keep_mine'].includes(planEvent.name))
      this.#lift('proposal', wall.serial);
    if (!contact || event.what !== 'contact') return null;
    const made: Made = {
      ...wall,
      at: at.getTime(),
      channel: contact.channel,
      purpose: contact.purpose,
      isTalk: contact.channel === 'call' && contact.state === 'sent',
      instalmentId: contact.instalmentId ?? null,
      tooMuchSerial: null
    };
    const wrong = this.#wrongWith(made);
    this.#made.push(made);
    return wrong && `${wrong}: ${made.channel} ${made.purpose} at ${at.toISOString()}`;
  }

  #hear(event: LaterEvent['event'], at: Date, today: number): void {
    if (event.what === 'silence') this.#rest(event.reason, today);
    if (event.what === 'end_silence') this.#lift(event.reason, today);
    if (event.what === 'dispute') this.#rest('dispute', today);
    // thirty days at least, however soon the creditor answered
    if (event.what === 'end_dispute') this.#lift('dispute', today, 30);
    if (event.what === 'refuse') this.#refused = event.channels;
    if (event.what === 'close' || event.what === 'reopen') this.#isClosed = event.what === 'close';
    if (event.what === 'too_much') {
      const last = this.#made.findLast(
        (made) => made.tooMuchSerial === null && (made.channel !== 'call' || made.isTalk)
      );
      if (last) last.tooMuchSerial = today;
    }
    if (event.what === 'she_calls')
      this.#made.push({
        ...wallOf(at),
        at: at.getTime(),
        channel: 'received',
        purpose: '',
        isTalk: true,
        instalmentId: null,
        tooMuchSerial: 0
      });
  }

  #rest(reason: keyof typeof SILENCE_DAYS, today: number): void {
    const running = this.#silences.get(reason);
    if (running && today < running.to) return;
    this.#silences.set(`${reason} before ${today}`, running ?? { from: 0, to: 0 });
    this.#silences.set(reason, { from: today, to: today + SILENCE_DAYS[reason] });
  }

  #lift(reason: string, today: number, atLeastDays = 0): void {
    const running = this.#silences.get(reason);
    if (!running || today >= running.to) return;
    this.#silences.set(reason, { ...running, to: Math.max(today, running.from + atLeastDays) });
  }

  #wrongWith(made: Made): string | null {
    const { serial } = made;
    if (this.#isClosed && made.purpose !== 'receipt' && made.purpose !== 'survey') return 'of a closed case';
    for (const [reason, { from, to }] of this.#silences) {
      const isHeld = HELD.includes(made.purpose) || reason.startsWith('identity_problem');
      if (isHeld && serial >= from && serial < to) return `during a silence (${reason})`;
    }
    const asVoice = made.channel === 'voicemail' ? 'call' : made.channel;
    if (this.#refused.includes(asVoice)) return 'by a refused channel';
    return this.#wrongHour(made) ?? this.#wrongReminder(made) ?? this.#tooOften(made);
  }

  #wrongHour({ channel, weekday, isHoliday, minutes }: Made): string | null {
    if (channel === 'letter') return null;
    if (weekday === 0 || weekday === 6 || isHoliday) return 'on a day of rest';
    const hour = minutes / 60;
    const isVoice = channel === 'call' || channel === 'voicemail';
    if (isVoice)
      return (hour >= 10 && hour < 13) || (hour >= 14 && hour < 19) ? null : 'outside calling hours';
    return hour >= 9 && hour < 19 ? null : 'outside writing hours';
  }

  #wrongReminder({ purpose, instalmentId }: Made): string | null {
    if (purpose !== 'due_reminder') return null;
    const isSecond = this.#made.some(
      (past) => past.instalmentId !== null && past.instalmentId === instalmentId
    );
    return instalmentId === null || isSecond ? 'a reminder of nothing, or a second one' : null;
  }

  #tooOften(made: Made): string | null {
    if (!COUNTED.includes(made.purpose) || made.channel === 'voicemail') return null;
    const counted = this.#made.filter(
      ({ purpose, channel }) => COUNTED.includes(purpose) && channel !== 'voicemail'
    );
    if (counted.some(({ at }) => made.at - at < 48 * HOUR_MS)) return 'within 48 hours of another';
    if (this.#made.some(({ isTalk, serial }) => isTalk && made.serial - serial < 7))
      return 'within a week of a talk';
    const within = (days: number) => counted.filter(({ serial }) => made.serial - serial < days);
    const marks = this.#made.filter(
      ({ tooMuchSerial }) => tooMuchSerial !== null && tooMuchSerial > 0 && made.serial - tooMuchSerial < 90
    ).length;
    if (within(7).length + marks >= 2) return 'a third one in seven days';
    if (within(30).length + marks >= 6) return 'a seventh one in thirty days';
    if (made.serial - Date.parse('2026-03-01') / DAY_MS < 14 && made.purpose !== 'survey')
      return 'too soon after the first letter';
    const letters = within(15).filter(({ channel }) => channel === 'letter');
    return made.channel === 'letter' && letters.length > 0 ? 'a second letter in fifteen days' : null;
  }
}
