/**
 * The icons of the house, drawn on a grid of 24 with a line of 1.75. Each is a constant, so a page carries only
 * those it names: `import { clock } from '$lib/ui/icons'`, then `<Icon drawing={clock} />`, always beside words.
 */
export interface IconDrawing {
  /** Path data of the outline. */
  readonly path: string;
  /** Points somewhere, so it turns round in right-to-left pages. */
  readonly points?: true;
}

/** To the page before. */
export const back: IconDrawing = { path: 'M15 5.5 8.5 12l6.5 6.5', points: true };
/** Further. */
export const next: IconDrawing = { path: 'M9 5.5 15.5 12 9 18.5', points: true };
/** Written message. */
export const message: IconDrawing = {
  path: 'M6 5h12a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-6.2L7.2 20v-3.5H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2z'
};
/** Call. */
export const phone: IconDrawing = {
  path: 'M5.8 4.2h3.1l1.6 4-2 1.5a12 12 0 0 0 5.8 5.8l1.5-2 4 1.6v3.1a1.7 1.7 0 0 1-1.9 1.7A15.5 15.5 0 0 1 4.1 6.1a1.7 1.7 0 0 1 1.7-1.9z'
};
/** Mobile phone. */
export const mobile: IconDrawing = {
  path: 'M9 3.5h6a2 2 0 0 1 2 2v13a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2zM11 17.5h2'
};
/** Paper letter or e-mail. */
export const letter: IconDrawing = {
  path: 'M5.5 5.5h13a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4.3 7.6l7.7 5.6 7.7-5.6'
};
/** Done, kept, read. */
export const check: IconDrawing = { path: 'm5 12.8 4.4 4.2L19 7.2' };
/** To know. */
export const information: IconDrawing = {
  path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5M12 7.9V8'
};
/** Rest: the open ring, with two still bars. */
export const rest: IconDrawing = { path: 'M17.9 6.1a8.3 8.3 0 1 0 2.2 3.9M10 10v4M14 10v4' };
/** Calendar. */
export const calendar: IconDrawing = {
  path: 'M6 5.5h12a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7.5a2 2 0 0 1 2-2zM4 10.5h16M8.5 3.5v4M15.5 3.5v4'
};
/** Photo. */
export const camera: IconDrawing = {
  path: 'M4 8.5h3.4L9 6h6l1.6 2.5H20V19H4zM12 10.3a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z'
};
/** Time, waiting. */
export const clock: IconDrawing = { path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2' };
/** Leave. */
export const exit: IconDrawing = {
  path: 'M13.5 4.5H6v15h7.5M10.5 12H20M16.5 8.5 20 12l-3.5 3.5',
  points: true
};
/** Seen, look. */
export const eye: IconDrawing = {
  path: 'M3 12c2.5-4 5.5-6 9-6s6.5 2 9 6c-2.5 4-5.5 6-9 6s-6.5-2-9-6zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z'
};
/** Write, correct. */
export const pen: IconDrawing = { path: 'm5 19 .9-4.1L16.3 4.5l3.2 3.2L9.1 18.1z' };
/** Document. */
export const document: IconDrawing = { path: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12.5h6M9 16h6' };
/** Care. */
export const heart: IconDrawing = {
  path: 'M12 19.8S4.5 15.4 4.5 10A4.2 4.2 0 0 1 12 7.3 4.2 4.2 0 0 1 19.5 10c0 5.4-7.5 9.8-7.5 9.8z'
};
/** Protected. */
export const shield: IconDrawing = {
  path: 'M12 3.5 5 6v5.4c0 4.6 2.9 7.6 7 9.1 4.1-1.5 7-4.5 7-9.1V6zM9 12l2.2 2.2 4-4.2'
};
/** To correct, to read before. */
export const warning: IconDrawing = { path: 'M12 4.2 3.6 19h16.8zM12 10v4.3M12 16.8v.1' };
/** Stopped by a rule. */
export const stop: IconDrawing = { path: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM8.5 12h7' };
/** Menu. */
export const menu: IconDrawing = { path: 'M4.5 8h15M4.5 12h15M4.5 16H14' };
/** Listen. */
export const ear: IconDrawing = {
  path: 'M7 10a5 5 0 0 1 10 0c0 3.4-3 3.9-3 6.6a2.7 2.7 0 0 1-5 1.3M9.8 10a2.2 2.2 0 0 1 4.4 0c0 1.5-1.7 1.8-1.7 3.4'
};
/** Send. */
export const send: IconDrawing = { path: 'M4 11.6 20 4.5l-6 15.8-3.1-6.4zM10.9 13.9 20 4.5', points: true };
/** No network. */
export const offline: IconDrawing = {
  path: 'M4.5 4.5l15 15M7 8.3A4.6 4.6 0 0 0 6.9 17.5H16M9.9 6.4A6 6 0 0 1 17.8 11a3.6 3.6 0 0 1 2.3 5'
};
/** Print. */
export const print: IconDrawing = { path: 'M7 9V4h10v5M7 16H4.5V9h15v7H17M7.5 13.5h9V20h-9z' };
/** Home. */
export const home: IconDrawing = { path: 'M4.5 11 12 4.5l7.5 6.5v8.5h-15z' };
/** Search. */
export const search: IconDrawing = { path: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM15.4 15.4l4.1 4.1' };
/** Very content: a wide, open smile. */
export const delighted: IconDrawing = {
  path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.2 9.8v.4M14.8 9.8v.4M8 13.2h8a4 4 0 0 1-8 0z'
};
/** Rather content. */
export const content: IconDrawing = {
  path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.2 9.8v.4M14.8 9.8v.4M8.4 14c1.9 2.1 5.3 2.1 7.2 0'
};
/** Rather not content. */
export const unsure: IconDrawing = {
  path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.2 9.8v.4M14.8 9.8v.4M8.8 15h6.4'
};
/** Not content at all. */
export const sorry: IconDrawing = {
  path: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9.2 9.8v.4M14.8 9.8v.4M8.4 16c1.9-2.1 5.3-2.1 7.2 0'
};
