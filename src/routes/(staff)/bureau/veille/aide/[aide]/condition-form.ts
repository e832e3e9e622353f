import { m } from '$lib/i18n';
import { rowFaults, type ConditionFault } from './condition-faults';
import {
  ROW_KINDS,
  SIZES,
  boxName,
  conditionOfRows,
  emptyRow,
  shapeOf,
  type ConditionRow,
  type ConditionRows,
  type RowKind
} from './condition-rows';

/** What a form sent, by the names of its boxes. */
export type SentTexts = Readonly<Record<string, string | string[] | undefined>>;

const BOXES = ['least', 'most', 'value', 'more', ...SIZES.map((size) => `size${size}`)];
const KIND_BOX = /^row\.(\d+)\.kind$/;

const one = (texts: SentTexts, name: string) => {
  const value = texts[name];
  return typeof value === 'string' ? value : '';
};

const isKind = (kind: string): kind is RowKind => (ROW_KINDS as readonly string[]).includes(kind);

function rowSent(texts: SentTexts, index: number): ConditionRow | null {
  const kind = one(texts, boxName(index, 'kind'));
  if (!isKind(kind)) return null;
  const typed = BOXES.map((box) => [box, one(texts, boxName(index, box))] as const);
  return {
    kind,
    isNot: one(texts, boxName(index, 'not')) === 'yes',
    texts: Object.fromEntries(typed.filter(([, value]) => value !== '')),
    codes: [texts[boxName(index, 'codes')] ?? []].flat()
  };
}

/** The rows a form sent, in the order in which it showed them. */
export function rowsSent(texts: SentTexts): ConditionRows {
  const indexes = Object.keys(texts).flatMap((name) => {
    const index = KIND_BOX.exec(name)?.[1];
    return index === undefined ? [] : [Number(index)];
  });
  const rows = indexes.sort((a, b) => a - b).map((index) => rowSent(texts, index));
  return { join: one(texts, 'join') === 'any' ? 'any' : 'all', rows: rows.filter((row) => row !== null) };
}

/** Rows as the boxes of a form hold them. */
export function textsOfRows({ join, rows }: ConditionRows): Record<string, string | string[]> {
  const texts: Record<string, string | string[]> = { join };
  rows.forEach(({ kind, isNot, texts: typed, codes }, index) => {
    texts[boxName(index, 'kind')] = kind;
    if (isNot) texts[boxName(index, 'not')] = 'yes';
    if (shapeOf(kind) === 'choices') texts[boxName(index, 'codes')] = [...codes];
    for (const [box, value] of Object.entries(typed)) texts[boxName(index, box)] = value;
  });
  return texts;
}

/** One press of the editor: `add` a row of the kind chosen, or `remove:2`; anything else changes nothing. */
function edited({ join, rows }: ConditionRows, press: string, kind: string): ConditionRows {
  if (press === 'add') return { join, rows: isKind(kind) ? [...rows, emptyRow(kind)] : rows };
  const [what, index] = press.split(':');
  return what === 'remove' ? { join, rows: rows.filter((_, at) => at !== Number(index)) } : { join, rows };
}

/** What a form sent with one row more or less; everything else as it was typed. */
export function withRowsEdited(texts: SentTexts): Record<string, string | string[]> {
  const rows = edited(rowsSent(texts), one(texts, 'edit'), one(texts, 'add_kind'));
  const others = Object.entries(texts).filter(
    (entry): entry is [string, string | string[]] =>
      entry[1] !== undefined && !/^row\.\d+\.|^(join|edit|add_kind)$/.test(entry[0])
  );
  return { ...Object.fromEntries(others), ...textsOfRows(rows) };
}

/** The condition a form says, for the schema to judge, or what is to be put right first. */
export type ConditionSent =
  | { readonly ok: true; readonly when: unknown }
  | { readonly ok: false; readonly faults: readonly ConditionFault[] };

const faultAtJson = (message: string): ConditionSent => ({ ok: false, faults: [{ field: 'when', message }] });

/**
 * The condition of a form: its rows, or what is written as the catalogue writes it, never both. Without either it is
 * undefined: everyone.
 */
export function conditionSent(texts: SentTexts): ConditionSent {
  const rows = rowsSent(texts);
  const json = one(texts, 'when').trim();
  if (json === '') {
    const faults = rowFaults(rows);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, when: conditionOfRows(rows) };
  }
  if (rows.rows.length > 0) return faultAtJson(m.veille_fault_two_conditions());
  try {
    return { ok: true, when: JSON.parse(json) as unknown };
  } catch {
    // told beside the box
    return faultAtJson(m.veille_fault_not_json());
  }
}
