/** One thing measured, beside what was aimed at. */
export interface Figure {
  readonly section: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the value is held against; absent for figures that only inform. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
}

/** Whether the figure meets its target; null when it has none. */
export function isMet({ value, target }: Figure): boolean | null {
  if (!target) return null;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** The figures as a table, one line each, with ✓ or ✗ where there is a target. */
export function table(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const verdict = isMet(figure);
    return [
      verdict === null ? ' ' : verdict ? '✓' : '✗',
      figure.section,
      figure.name,
      `${shown(figure.value)} ${figure.unit}`.trim(),
      targetWords(figure)
    ];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 3 ? cell.padStart(widths[3]!) : cell.padEnd(widths[column] ?? cell.length)
        )
        .join('  ')
        .trimEnd()
    )
    .join('\n');
}

/** The middle of several measures: one that a busy machine spoilt does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? NaN;
}

/** The value that a share of the measures does not exceed (0.95 for p95). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

function targetWords({ target, unit }: Figure): string {
  if (!target) return '';
  return 'atMost' in target
    ? `at most ${shown(target.atMost)} ${unit}`
    : `at least ${shown(target.atLeast)} ${unit}`;
}

function shown(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}
