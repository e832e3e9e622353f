import type { Cents } from '$lib/kernel';

/** One month to draw: what goes to charges and to the agreement; what is left is for living. */
export interface FloorMonth {
  /** "Aujourd’hui", "Avec les aides". */
  readonly label: string;
  readonly incomeCents: Cents;
  readonly chargesCents: Cents;
  /** The instalment, taken at the far end, beyond the floor; zero without agreement. */
  readonly planCents: Cents;
}

/** A bar on the drawing: where it starts and how wide it is, in drawing units. */
export interface Bar {
  readonly x: number;
  readonly width: number;
}

/** A month as drawn. `missing` and `plan` are null when there is none; living is never drawn below zero. */
export interface DrawnMonth {
  readonly charges: Bar;
  readonly living: Bar;
  readonly missing: Bar | null;
  readonly plan: Bar | null;
  /** Where the floor of this month stands: charges, then the floor. */
  readonly floorX: number;
  readonly livingCents: number;
  readonly missingCents: number;
}

const GAP = 2;
const THINNEST = 4;

/** What is left to live for once charges and the agreement are paid; negative when money is missing. */
export function livingOf(month: FloorMonth): number {
  return month.incomeCents - month.chargesCents - month.planCents;
}

/** Places the bars of months that share one scale, over `width` units: the widest month fills it. */
export function drawMonths(months: readonly FloorMonth[], floorCents: Cents, width: number): DrawnMonth[] {
  const extents = months.map((month) => Math.max(month.incomeCents, month.chargesCents + floorCents, 1));
  const unit = (width - 2 * GAP) / Math.max(1, ...extents);
  return months.map((month) => drawMonth(month, floorCents, unit));
}

function drawMonth(month: FloorMonth, floorCents: Cents, unit: number): DrawnMonth {
  const livingCents = livingOf(month);
  const missingCents = Math.max(0, floorCents - livingCents);
  const chargesEnd = month.chargesCents * unit;
  const livingStart = chargesEnd + GAP;
  const livingWidth = Math.max(0, livingCents) * unit;
  const floorX = livingStart + floorCents * unit;
  const livingEnd = livingStart + livingWidth;
  return {
    charges: bar(0, chargesEnd),
    living: bar(livingStart, livingWidth),
    missing: missingCents > 0 ? bar(livingEnd, floorX - livingEnd) : null,
    plan: month.planCents > 0 ? bar(livingEnd + GAP, Math.max(THINNEST, month.planCents * unit - GAP)) : null,
    floorX: round(floorX),
    livingCents,
    missingCents
  };
}

function bar(x: number, width: number): Bar {
  return { x: round(x), width: round(width) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
