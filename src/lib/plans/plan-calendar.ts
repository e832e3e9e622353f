import { addDays, type LocalDate } from '$lib/kernel';
import type { Instalment } from './schedule';

/** What a calendar file is made from. Texts come from the messages: neutral, since a phone shows them locked. */
export interface PlanCalendar {
  readonly planId: string;
  /** Those still to come; none while the plan asks for nothing. */
  readonly instalments: readonly Instalment[];
  /** When the file is made; part of every event. */
  readonly madeAt: Date;
  /** Rises with each change of the plan, so that calendars replace what they had. */
  readonly revision: number;
  /** The title of each event: no amount, no creditor, no word of debt. */
  readonly title: string;
  /** The end of the event ids, such as the host name of the service. */
  readonly domain: string;
}

const LINE_OCTETS = 75;

/**
 * The instalments of a plan as an iCalendar file (RFC 5545): one whole-day event each, private, not marked
 * busy, the same id at each download so that nothing doubles. A rest or a finished plan gives an empty calendar.
 */
export function planCalendar(calendar: PlanCalendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Oxygene//Calendrier//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...calendar.instalments.flatMap((one) => eventLines(calendar, one.position, one.dueOn)),
    'END:VCALENDAR'
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(calendar: PlanCalendar, position: number, dueOn: LocalDate): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${calendar.planId}-${position}@${calendar.domain}`,
    `DTSTAMP:${calendar.madeAt.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${calendar.revision}`,
    `DTSTART;VALUE=DATE:${compact(dueOn)}`,
    `DTEND;VALUE=DATE:${compact(addDays(dueOn, 1))}`,
    `SUMMARY:${escaped(calendar.title)}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT'
  ];
}

function compact(day: LocalDate): string {
  return day.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/([\\;,])/g, '\\$1').replace(/\r\n|\r|\n/g, '\\n');
}

/** Lines over 75 octets go on after a line break and a space, never inside a letter. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let out = '';
  let octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += size;
  }
  return out;
}
