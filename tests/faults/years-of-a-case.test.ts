import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLife, type LaterEvent } from './life/events';
import { inspectMoney } from './life/inspect-money';
import { inspectPlan } from './life/inspect-plan';
import { RegisterInspector } from './life/inspect-register';
import { Life } from './life/life';

/** More before a release: `LIVES=100000 npx vitest run --project unit tests/faults`. */
const LIVES = Number(process.env.LIVES ?? 200);

/** What was seen in all lives together: a simulator in which nothing happens finds nothing wrong. */
const seen = new Map<string, number>();
const count = (name: string) => void seen.set(name, (seen.get(name) ?? 0) + 1);

function lead(events: readonly LaterEvent[]): string | null {
  const life = new Life();
  const register = new RegisterInspector();
  for (const one of events) {
    const happened = life.live(one);
    const isProposed = one.event.what === 'propose' && life.plan !== happened.planBefore;
    if (isProposed) count('proposed');
    if (happened.planEvent) count(happened.planEvent.name);
    if (happened.contact) count(`contact: ${happened.contact.purpose}`);
    if (one.event.what === 'skip' && life.plan !== happened.planBefore) count('skipped');
    const wrong = register.look(happened, isProposed) ?? inspectPlan(life, happened) ?? inspectMoney(life);
    if (wrong) return `${one.event.what} on ${happened.today}: ${wrong}`;
  }
  if (life.debts.every((debt) => debt.paidCents > 0)) count('something paid of each debt');
  return null;
}

// a busy machine needs some hundredths of a second for a life
const timeout = 60_000 + LIVES * 100;

describe('years in the life of a case, at random', () => {
  it(
    'no forbidden contact is made, every cent is where it should be, and a plan moves by the book',
    { timeout },
    () => {
      fc.assert(
        fc.property(aLife, (events) => {
          expect(lead(events)).toBeNull();
        }),
        { numRuns: LIVES }
      );
      // those that two hundred lives cannot miss
      const names = [
        'proposed',
        'accept',
        'start',
        'counter',
        'withdraw',
        'adapt',
        'suspend',
        'close',
        'skipped'
      ];
      const contacts = ['follow_up', 'demand', 'survey', 'due_reminder', 'receipt'].map(
        (one) => `contact: ${one}`
      );
      for (const name of [...names, ...contacts]) expect(seen.get(name) ?? 0, name).toBeGreaterThan(0);
    }
  );
});
