import { localDate } from '$lib/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCaseFact, somePreferences } from '../../../tests/support/contact-question';
import type { PastContact } from './contact';
import { DEFAULT_POLICY } from './contact-policy';
import { mayContact } from './may-contact';
import type { ContactQuestion } from './question';
import { placeOfPostcode } from './territory';

/*
 * A second, naive reading of the rules, written apart: it reads the clock from words as the British write it, counts
 * days one by one, and knows nothing of windows, caps or traces. It shares no code with the rules it judges.
 */

interface Wall {
  year: number;
  month: number;
  day: number;
  weekday: number;
  minutes: number;
  serial: number;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function wallOf(instant: Date, zone: string): Wall {
  let british = clocks.get(zone);
  if (!british) {
    british = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    clocks.set(zone, british);
  }
  const text = british.format(instant);
  const [, day, month, year, hour, minute] = (/(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(text) ?? []).map(
    Number
  );
  const utc = Date.UTC(year!, month! - 1, day!);
  return {
    year: year!,
    month: month!,
    day: day!,
    weekday: new Date(utc).getUTCDay(),
    minutes: (hour! % 24) * 60 + minute!,
    serial: utc / 86_400_000
  };
}

const FIXED = ['1/1', '1/5', '8/5', '14/7', '15/8', '1/11', '11/11', '25/12'];
const MOVING: Record<number, string[]> = {
  2026: ['6/4', '14/5', '25/5'],
  2027: ['29/3', '6/5', '17/5'],
  2028: ['17/4', '25/5', '5/6'],
  // a silence that begins in the last month tried ends in the year after
  2029: ['2/4', '10/5', '21/5']
};
const OWN: Record<string, string[]> = {
  reunion: ['20/12'],
  martinique: ['22/5'],
  mayotte: ['27/4'],
  guyane: ['10/6'],
  alsace_moselle: ['26/12'],
  polynesie_francaise: ['5/3', '29/6', '20/11'],
  nouvelle_caledonie: ['24/9']
};
const GOOD_FRIDAYS = ['3/4/2026', '26/3/2027', '14/4/2028', '30/3/2029'];

function isHoliday(wall: Wall, territory: string): boolean {
  const short = `${wall.day}/${wall.month}`;
  const friday = GOOD_FRIDAYS.includes(`${short}/${wall.year}`);
  if (friday && ['alsace_moselle', 'polynesie_francaise'].includes(territory)) return true;
  return [...FIXED, ...MOVING[wall.year]!, ...(OWN[territory] ?? [])].includes(short);
}

const COUNTED = ['demand', 'follow_up', 'invitation', 'survey'];
const takesPlace = (contact: PastContact) =>
  COUNTED.includes(contact.purpose) &&
  !['refused', 'received'].includes(contact.state) &&
  !['voicemail', 'app'].includes(contact.channel);
const isText = (channel: string) => ['email', 'sms', 'push'].includes(channel);

function naive({ facts, history, proposed }: ContactQuestion): boolean {
  const zone = facts.place.timeZone;
  const now = wallOf(proposed.at, zone);
  const channel = proposed.channel;
  const counted = COUNTED.includes(proposed.purpose);
  if (proposed.purpose === 'sign_in_code' && channel !== 'letter') return true;
  for (const pause of facts.pauses) {
    const from = Date.parse(pause.startsOn) / 86_400_000;
    const to = pause.endsOn ? Date.parse(pause.endsOn) / 86_400_000 : Infinity;
    const held = counted || pause.reason === 'identity_problem';
    if (held && now.serial >= from && now.serial < to) return false;
  }
  if (facts.preferences.refusedChannels.includes(channel as never)) return false;
  if (channel !== 'letter') {
    if (now.weekday === 0 || now.weekday === 6 || isHoliday(now, facts.place.territory)) return false;
    const hour = now.minutes / 60;
    if (channel === 'call' && !((hour >= 10 && hour < 13) || (hour >= 14 && hour < 19))) return false;
    if (channel !== 'call' && (hour < 9 || hour >= 19)) return false;
  }
  if (!counted) return true;

  let all7 = 0,
    all30 = 0,
    family7 = 0,
    family30 = 0,
    marks = 0,
    familyMarks = 0;
  for (const contact of history) {
    const ago = now.serial - wallOf(contact.at, zone).serial;
    const sameFamily = contact.channel === channel || (isText(contact.channel) && isText(channel));
    if (contact.channel === 'call' && ['sent', 'received'].includes(contact.state) && ago < 7) return false;
    if (contact.tooMuchAt && contact.state !== 'refused') {
      const saidAgo = now.serial - wallOf(contact.tooMuchAt, zone).serial;
      if (saidAgo >= 0 && saidAgo < 90) {
        marks += 1;
        familyMarks += sameFamily ? 1 : 0;
      }
    }
    if (!takesPlace(contact)) continue;
    if (proposed.at.getTime() - contact.at.getTime() < 48 * 3600 * 1000) return false;
    if (ago < 1) return false;
    if (ago < 7) all7 += 1;
    if (ago < 30) all30 += 1;
    if (ago < 7 && sameFamily) family7 += 1;
    if (ago < 30 && sameFamily) family30 += 1;
    if (contact.channel === 'letter' && channel === 'letter' && ago < 15) return false;
  }
  if (all7 >= 2 - marks || all30 >= 6 - marks) return false;
  if (channel === 'call') return family7 < 2 - familyMarks && family30 < 4 - familyMarks;
  if (isText(channel)) return family7 < 1 - familyMarks && family30 < 4 - familyMarks;
  return true;
}

const POSTCODES = ['75011', '67000', '97200', '97300', '97400', '97500', '97600', '98714', '98742', '98800'];
const FIRST = Date.parse('2026-03-01T00:00:00Z');
const LAST = Date.parse('2028-10-01T00:00:00Z');
const MINUTE = 60_000;
const DAY = 86_400_000;

const instant = fc
  .integer({ min: FIRST / MINUTE, max: LAST / MINUTE })
  .map((minutes) => new Date(minutes * MINUTE));

/** Instants around the hours where rules change: half of them at a minute that matters, in working days. */
const tellingInstant = (zone: string) =>
  fc
    .tuple(instant, fc.constantFrom(0, 539, 540, 599, 600, 779, 780, 839, 840, 1139, 1140, 1199))
    .map(([at, minute]) => {
      const shown = wallOf(at, zone).minutes;
      return new Date(at.getTime() + (minute - shown) * MINUTE);
    });

const aPast = (now: Date): fc.Arbitrary<PastContact> =>
  fc.record({
    channel: fc.constantFrom('letter', 'email', 'sms', 'call', 'push', 'app'),
    purpose: fc.constantFrom('demand', 'follow_up', 'invitation', 'receipt', 'answer_to_debtor'),
    state: fc.constantFrom('sent', 'sent', 'attempted', 'waiting', 'received', 'refused'),
    at: fc
      .integer({ min: 0, max: 40 * 24 * 4 })
      .map((quarters) => new Date(now.getTime() - quarters * 15 * MINUTE)),
    tooMuchAt: fc.option(
      fc.integer({ min: 0, max: 100 }).map((days) => new Date(now.getTime() - days * DAY)),
      { freq: 6 }
    )
  });

const aPause = (now: Date) =>
  fc.record({
    reason: fc.constantFrom('health', 'debt_adviser', 'identity_problem'),
    startsOn: fc
      .integer({ min: -10, max: 40 })
      .map((days) => localDate(new Date(now.getTime() - days * DAY).toISOString().slice(0, 10))),
    endsOn: fc.option(
      fc
        .integer({ min: -10, max: 40 })
        .map((days) => localDate(new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)))
    ),
    liftedOn: fc.constant(null)
  });

const question: fc.Arbitrary<ContactQuestion> = fc
  .constantFrom(...POSTCODES)
  .map((postcode) => placeOfPostcode(postcode)!)
  .chain((place) => fc.tuple(fc.constant(place), fc.oneof(instant, tellingInstant(place.timeZone))))
  .chain(([place, at]) =>
    fc.record({
      policy: fc.constant(DEFAULT_POLICY),
      facts: fc
        .record({
          pauses: fc.array(aPause(at) as fc.Arbitrary<never>, { maxLength: 1 }),
          refused: fc.subarray(['sms', 'call'] as const, { maxLength: 1 })
        })
        .map(({ pauses, refused }) =>
          aCaseFact({ place, pauses, preferences: somePreferences({ refusedChannels: refused }) })
        ),
      history: fc.array(aPast(at), { maxLength: 6 }),
      proposed: fc.record({
        channel: fc.constantFrom(
          'letter' as const,
          'email' as const,
          'sms' as const,
          'call' as const,
          'push' as const
        ),
        purpose: fc.constantFrom('demand' as const, 'follow_up' as const, 'answer_to_debtor' as const),
        at: fc.constant(at)
      })
    })
  );

describe('against a naive second reading of the rules', () => {
  it('10,000 random zones, instants, histories and pauses get the same answer', () => {
    let allowed = 0;
    fc.assert(
      fc.property(question, (asked) => {
        const answer = mayContact(asked).ok;
        allowed += answer ? 1 : 0;
        expect(answer).toBe(naive(asked));
      }),
      { numRuns: 10_000 }
    );
    expect(allowed).toBeGreaterThan(500);
    expect(allowed).toBeLessThan(9_500);
  }, 240_000);

  it('the next allowed instant is allowed, and none before it, tried every thirty minutes, is', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const result = mayContact(asked);
        if (result.ok) return;
        const { nextAt } = result.why;
        const ahead = (at: Date) => ({ ...asked, proposed: { ...asked.proposed, at } });
        if (nextAt) expect(naive(ahead(nextAt))).toBe(true);
        const until = Math.min(nextAt?.getTime() ?? Infinity, asked.proposed.at.getTime() + 12 * DAY);
        for (let at = asked.proposed.at.getTime(); at < until; at += 30 * MINUTE)
          if (naive(ahead(new Date(at))))
            expect.unreachable(`allowed already at ${new Date(at).toISOString()}`);
      }),
      { numRuns: 200 }
    );
  }, 240_000);
});

describe('the two nights the clocks of Paris change', () => {
  const NIGHTS = [
    '2026-10-23',
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
    '2027-03-26',
    '2027-03-27',
    '2027-03-28',
    '2027-03-29'
  ];

  it.each(NIGHTS)('every quarter of an hour around %s is judged as the clock shows it', (day) => {
    for (let quarter = -8; quarter < 27 * 4; quarter += 1) {
      const at = new Date(Date.parse(`${day}T00:00:00Z`) + quarter * 15 * MINUTE);
      for (const channel of ['call', 'sms', 'letter'] as const) {
        const history: PastContact[] = [
          {
            channel: 'letter',
            purpose: 'follow_up',
            state: 'sent',
            at: new Date(Date.parse('2026-10-23T08:15:00Z'))
          },
          {
            channel: 'email',
            purpose: 'follow_up',
            state: 'sent',
            at: new Date(Date.parse('2027-03-20T09:15:00Z'))
          }
        ];
        const proposed = { channel, purpose: 'follow_up', at } as const;
        const asked = { policy: DEFAULT_POLICY, facts: aCaseFact(), history, proposed };
        const seenThen = { ...asked, history: history.filter((contact) => contact.at <= at) };
        expect(mayContact(seenThen).ok).toBe(naive(seenThen));
      }
    }
  });
});
