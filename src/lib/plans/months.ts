import { ZERO_CENTS, cents, type Cents } from '$lib/kernel';
import { roomAboveFloor, type LeftToLive } from '$lib/budget';
import { SMALLEST_TAIL_CENTS } from './instalment-amounts';
import { mostInOneMonth, type Rhythm } from './rhythm';
import { SYMBOLIC_MONTHLY_CENTS, heaviestMonth, type Schedule } from './schedule';

/** What a difficult month costs more, or brings less: 200 €, a house figure she may change. */
export const DIFFICULT_MONTH_DROP_CENTS = cents(20000);

/** One month: what is there before, what is paid, what is left. Negative when money is missing. */
export interface MonthView {
  readonly beforeCents: Cents;
  readonly paidCents: Cents;
  readonly leftCents: Cents;
  /** Above the floor; negative when below. */
  readonly aboveFloorCents: Cents;
}

/** An ordinary month and a difficult one, side by side. */
export interface MonthsSideBySide {
  readonly ordinary: MonthView;
  /** Nothing may be paid in a difficult month; `paidCents` is the small sum she may send instead, zero if none. */
  readonly difficult: MonthView;
  readonly dropCents: Cents;
  readonly floorCents: Cents;
}

/**
 * What a plan leaves in an ordinary month and in a difficult one. The ordinary month is the heaviest of the
 * plan, so that five Fridays are counted. Null when what is left to live is not known: nothing is invented.
 */
export function monthsOf(
  schedule: Schedule,
  left: LeftToLive,
  floorCents: Cents,
  dropCents: Cents = DIFFICULT_MONTH_DROP_CENTS
): MonthsSideBySide | null {
  if (left.kind === 'unknown') return null;
  const paidCents = heaviestMonth(schedule);
  const beforeCents = cents(left.amountCents - dropCents);
  const smallCents = Math.min(SYMBOLIC_MONTHLY_CENTS, paidCents);
  const canSendSmall = beforeCents - smallCents >= floorCents;
  return {
    ordinary: monthView(left.amountCents, paidCents, floorCents),
    difficult: monthView(beforeCents, canSendSmall ? cents(smallCents) : ZERO_CENTS, floorCents),
    dropCents,
    floorCents
  };
}

/**
 * The highest instalment that leaves the floor whole in every month, in cents; zero when none does, null when
 * what is left is unknown. Under 10 € the last instalment may be a little larger, so that is kept free too.
 */
export function highestInstalment(left: LeftToLive, floorCents: Cents, rhythm: Rhythm): Cents | null {
  const room = roomAboveFloor(left, floorCents);
  if (room === null) return null;
  const most = mostInOneMonth(rhythm);
  const highest = Math.floor(room / most);
  if (highest >= 2 * SMALLEST_TAIL_CENTS) return cents(highest);
  return cents(Math.max(0, Math.floor((room - SMALLEST_TAIL_CENTS + 1) / most)));
}

function monthView(beforeCents: Cents, paidCents: Cents, floorCents: Cents): MonthView {
  const leftCents = cents(beforeCents - paidCents);
  return { beforeCents, paidCents, leftCents, aboveFloorCents: cents(leftCents - floorCents) };
}
