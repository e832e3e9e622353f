import {
  ACTIVITIES,
  AIDS,
  ARREARS,
  HOUSING_STATUSES,
  OTHER_BENEFITS,
  type Ceilings,
  type Condition,
  type Range
} from '$lib/aids';
import { typedNumber } from '../../fault-words';

/** What a row of the editor says: each kind has boxes of its own. */
export const ROW_KINDS = [
  'adultAge',
  'anyoneAge',
  'childAge',
  'children',
  'childrenUnborn',
  'couple',
  'noCouple',
  'activity',
  'housing',
  'disability',
  'disabledChild',
  'monthlyIncome',
  'yearlyTaxIncome',
  'quotientCaf',
  'quotientTax',
  'aid',
  'benefit',
  'situation',
  'arrears',
  'inDebt',
  'words'
] as const;
/** What a row of the editor says. */
export type RowKind = (typeof ROW_KINDS)[number];

/** The boxes of a row. */
export type RowShape =
  'ages' | 'number' | 'rate' | 'amount' | 'ceilings' | 'choices' | 'situation' | 'nothing';

const SHAPE: Readonly<Record<RowKind, RowShape>> = {
  adultAge: 'ages',
  anyoneAge: 'ages',
  childAge: 'ages',
  children: 'number',
  childrenUnborn: 'number',
  couple: 'nothing',
  noCouple: 'nothing',
  activity: 'choices',
  housing: 'choices',
  disability: 'rate',
  disabledChild: 'nothing',
  monthlyIncome: 'ceilings',
  yearlyTaxIncome: 'ceilings',
  quotientCaf: 'amount',
  quotientTax: 'amount',
  aid: 'choices',
  benefit: 'choices',
  situation: 'situation',
  arrears: 'choices',
  inDebt: 'nothing',
  words: 'nothing'
};

/** The boxes of a kind. */
export const shapeOf = (kind: RowKind): RowShape => SHAPE[kind];

/** The codes that can be ticked in a row of a kind; none where nothing is ticked. */
export const CODES: Readonly<Partial<Record<RowKind, readonly string[]>>> = {
  activity: ACTIVITIES,
  housing: HOUSING_STATUSES,
  aid: AIDS.map(({ key }) => key),
  benefit: [...AIDS.map(({ key }) => key), ...OTHER_BENEFITS],
  arrears: ARREARS
};

/** Sizes of household a ceiling may be written for. */
export const SIZES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The name of a box of a row. */
export const boxName = (row: number, box: string) => `row.${row}.${box}`;

/** One row as its boxes hold it: texts as they were typed. */
export interface ConditionRow {
  readonly kind: RowKind;
  /** It must not be so. */
  readonly isNot: boolean;
  /** What is typed: `least`, `most`, `value`, `more`, `size1` to `size9`. */
  readonly texts: Readonly<Record<string, string>>;
  /** What is ticked. */
  readonly codes: readonly string[];
}

/** A flat condition as rows: all of them, or one is enough. */
export interface ConditionRows {
  readonly join: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

const text = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value).replace('.', ',');

/** A row with nothing in its boxes. */
export function emptyRow(kind: RowKind): ConditionRow {
  return { kind, isNot: false, texts: {}, codes: [] };
}

const ageTexts = ([least, most]: Range) => ({ least: text(least), most: text(most) });

function ceilingTexts({ bySize, more }: Ceilings) {
  const sizes = Object.entries(bySize).map(([size, most]) => [`size${size}`, text(most)] as const);
  return { ...Object.fromEntries(sizes), more: text(more) };
}

const PERCENT = 100;

/** A condition of one kind as a row; null for one that holds others. */
function rowOf(condition: Condition): ConditionRow | null {
  const row = (kind: RowKind, texts: ConditionRow['texts'] = {}, codes: readonly string[] = []) => ({
    kind,
    isNot: false,
    texts,
    codes
  });
  if ('adultAge' in condition) return row('adultAge', ageTexts(condition.adultAge));
  if ('anyoneAge' in condition) return row('anyoneAge', ageTexts(condition.anyoneAge));
  if ('childAge' in condition) return row('childAge', ageTexts(condition.childAge));
  if ('children' in condition)
    return row(condition.unborn ? 'childrenUnborn' : 'children', { value: text(condition.children) });
  if ('couple' in condition) return row(condition.couple ? 'couple' : 'noCouple');
  if ('activity' in condition) return row('activity', {}, condition.activity);
  if ('housing' in condition) return row('housing', {}, condition.housing);
  if ('disability' in condition)
    return row('disability', { value: text(Math.round(condition.disability * PERCENT)) });
  if ('disabledChild' in condition) return row('disabledChild');
  if ('monthlyIncome' in condition) return row('monthlyIncome', ceilingTexts(condition.monthlyIncome));
  if ('yearlyTaxIncome' in condition) return row('yearlyTaxIncome', ceilingTexts(condition.yearlyTaxIncome));
  if ('quotient' in condition) {
    const { of, max } = condition.quotient;
    return row(of === 'caf' ? 'quotientCaf' : 'quotientTax', { value: text(max) });
  }
  if ('aid' in condition) return row('aid', {}, condition.aid);
  if ('benefit' in condition) return row('benefit', {}, condition.benefit);
  if ('situation' in condition) return row('situation', { value: condition.situation });
  if ('arrears' in condition) return row('arrears', {}, condition.arrears);
  if ('inDebt' in condition) return row('inDebt');
  if ('words' in condition) return row('words');
  return null;
}

function rowOrNot(condition: Condition): ConditionRow | null {
  if (!('not' in condition)) return rowOf(condition);
  const row = rowOf(condition.not);
  return row && { ...row, isNot: true };
}

/** A condition as rows; null when it is nested, and only its JSON says it. Without a condition there is no row. */
export function rowsOf(condition: Condition | undefined): ConditionRows | null {
  if (condition === undefined) return { join: 'all', rows: [] };
  const [join, parts] =
    'all' in condition
      ? (['all', condition.all] as const)
      : 'any' in condition
        ? (['any', condition.any] as const)
        : (['all', [condition]] as const);
  const rows = parts.map(rowOrNot);
  return rows.every((row) => row !== null) ? { join, rows } : null;
}

const amount = (typed: string | undefined) => typedNumber((typed ?? '').trim());
const bound = (typed: string | undefined) => ((typed ?? '').trim() === '' ? null : amount(typed));

function ceilingsIn({ texts }: ConditionRow): unknown {
  const sizes = SIZES.flatMap((size) => {
    const most = bound(texts[`size${size}`]);
    return most === null ? [] : [[size, most] as const];
  });
  const more = bound(texts['more']);
  return { bySize: Object.fromEntries(sizes), ...(more !== null && { more }) };
}

/** What a row says, for the schema to judge: what is no number is left to it to refuse. */
function conditionOf(row: ConditionRow): unknown {
  const { kind, texts, codes } = row;
  const value = amount(texts['value']);
  switch (kind) {
    case 'children':
      return { children: value };
    case 'childrenUnborn':
      return { children: value, unborn: true };
    case 'couple':
    case 'noCouple':
      return { couple: kind === 'couple' };
    case 'disability':
      return { disability: value / PERCENT };
    case 'quotientCaf':
    case 'quotientTax':
      return { quotient: { of: kind === 'quotientCaf' ? 'caf' : 'tax', max: value } };
    case 'situation':
      return { situation: texts['value'] ?? '' };
    case 'monthlyIncome':
    case 'yearlyTaxIncome':
      return { [kind]: ceilingsIn(row) };
    case 'disabledChild':
    case 'inDebt':
    case 'words':
      return { [kind]: true };
    default:
      return { [kind]: SHAPE[kind] === 'ages' ? [bound(texts['least']), bound(texts['most'])] : codes };
  }
}

function conditionOfRow(row: ConditionRow): unknown {
  return row.isNot ? { not: conditionOf(row) } : conditionOf(row);
}

/** Rows as a condition of the catalogue; undefined without rows: everyone. */
export function conditionOfRows({ join, rows }: ConditionRows): unknown {
  const parts = rows.map(conditionOfRow);
  return parts.length < 2 ? parts[0] : { [join]: parts };
}
