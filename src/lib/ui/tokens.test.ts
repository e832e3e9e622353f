import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

type Theme = Record<string, string>;

function block(selector: string): Theme {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6})\b/gi)].map(([, name = '', value = '']) => [name, value])
  );
}

const day = block(':root');
const nightOfPhone = block(":root:not([data-theme='day'])");
const nightChosen = block(":root[data-theme='night']");

function channels(hex: string): number[] {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => parseInt(full.slice(at, at + 2), 16));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function ratio(theme: Theme, one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(theme[one]!), luminance(theme[other]!)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: [text: string, ground: string, wanted: number][] = [
  ...['ground', 'sheet', 'hollow', 'air-high', 'air-low', 'moss'].map((on): [string, string, number] => [
    'ink',
    on,
    7
  ]),
  ['ink', 'hill-mid', 4.5],
  ...['ground', 'sheet', 'hollow', 'moss'].map((on): [string, string, number] => ['ink-soft', on, 7]),
  ['pine', 'ground', 7],
  ['pine', 'sheet', 7],
  ['pine-deep', 'ground', 7],
  ['on-pine', 'pine', 7],
  ['on-pine', 'pine-deep', 7],
  ['sky-ink', 'sky', 7],
  ['dawn-ink', 'dawn', 7],
  ['moss-ink', 'moss', 7],
  ['plum-ink', 'plum', 7],
  ['plum-ink', 'ground', 7],
  ['plum-ink', 'sheet', 7]
];

const DRAWN: [mark: string, ground: string][] = [
  ...['ground', 'sheet', 'hollow', 'dawn', 'sky', 'moss'].map((on): [string, string] => ['edge', on]),
  ['pine', 'moss'],
  ['pine', 'dawn'],
  ...['ground', 'sheet', 'dawn', 'moss', 'sky', 'plum'].map((on): [string, string] => ['focus', on]),
  ...['sheet', 'ground'].flatMap((on): [string, string][] => [
    ['ink-data', on],
    ['data-2', on]
  ])
];

describe.each([
  ['day', day],
  ['night', nightOfPhone]
])('by %s', (_name, theme) => {
  it.each(TEXT)('%s on %s reads at %d:1 or better', (text, ground, wanted) => {
    expect(ratio(theme, text, ground)).toBeGreaterThanOrEqual(wanted);
  });

  it.each(DRAWN)('%s is seen on %s at 3:1 or better', (mark, ground) => {
    expect(ratio(theme, mark, ground)).toBeGreaterThanOrEqual(3);
  });

  it('no colour is red: no amount, badge or mistake can look like an alarm', () => {
    for (const [name, hex] of Object.entries(theme)) {
      const [red = 0, green = 0, blue = 0] = channels(hex);
      const isRed = red > 140 && red > 1.9 * green && red > 1.9 * blue;
      expect(isRed, `${name} ${hex}`).toBe(false);
    }
  });
});

it('the night of the phone and the night one chooses are the same', () => {
  expect(nightChosen).toEqual(nightOfPhone);
  expect(Object.keys(nightChosen).length).toBeGreaterThan(25);
});
