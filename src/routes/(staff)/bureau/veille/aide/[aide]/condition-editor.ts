import { type Activity, type Arrears, type Benefit, type HousingStatus } from '$lib/aids';
import { benefitName } from '$lib/aids/ui/aid-words';
import { activityWords, arrearsWords, housingWords } from '$lib/aids/ui/condition-words';
import { capital, m, plural } from '$lib/i18n';
import {
  CODES,
  ROW_KINDS,
  SIZES,
  boxName,
  shapeOf,
  type ConditionRow,
  type ConditionRows,
  type RowKind
} from './condition-rows';

type Words = () => string;

const KIND_WORDS: Readonly<Record<RowKind, Words>> = {
  adultAge: m.veille_row_adult_age,
  anyoneAge: m.veille_row_anyone_age,
  childAge: m.veille_row_child_age,
  children: m.veille_row_children,
  childrenUnborn: m.veille_row_children_unborn,
  couple: m.veille_condition_couple,
  noCouple: m.veille_condition_no_couple,
  activity: m.veille_row_activity,
  housing: m.veille_row_housing,
  disability: m.veille_row_disability,
  disabledChild: m.veille_condition_disabled_child,
  monthlyIncome: m.veille_row_monthly,
  yearlyTaxIncome: m.veille_row_yearly,
  quotientCaf: m.veille_row_quotient_caf,
  quotientTax: m.veille_row_quotient_tax,
  aid: m.veille_row_aid,
  benefit: m.veille_row_benefit,
  situation: m.veille_row_situation,
  arrears: m.veille_row_arrears,
  inDebt: m.veille_condition_in_debt,
  words: m.veille_condition_words
};

/** Something to choose, by value. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** One box of a row where something is typed. */
export interface BoxView {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}

/** One row of the editor in words. */
export interface RowView {
  readonly index: number;
  readonly kind: RowKind;
  readonly label: string;
  readonly isNot: boolean;
  readonly boxes: readonly BoxView[];
  readonly ticks: readonly (Option & { readonly isTicked: boolean })[];
  /** It asks which question of a situation. */
  readonly asksSituation: boolean;
  readonly situation: string;
}

/** The kinds a row may be of, in the order in which they are offered. */
export const kindOptions = (): readonly Option[] =>
  ROW_KINDS.map((value) => ({ value, label: KIND_WORDS[value]() }));

function codeWords(kind: RowKind, code: string): string {
  if (kind === 'activity') return activityWords(code as Activity);
  if (kind === 'housing') return housingWords(code as HousingStatus);
  return kind === 'arrears' ? arrearsWords(code as Arrears) : benefitName(code as Benefit);
}

const ceilingLabels = (): readonly (readonly [string, string])[] => [
  ...SIZES.map((size): readonly [string, string] => [
    `size${size}`,
    plural(Number(size), m.veille_row_size_one, m.veille_row_size_other)({ count: size })
  ]),
  ['more', m.veille_row_size_more()]
];

function labelsOf(kind: RowKind): readonly (readonly [string, string])[] {
  switch (shapeOf(kind)) {
    case 'ages':
      return [
        ['least', m.veille_row_age_least()],
        ['most', m.veille_row_age_most()]
      ];
    case 'number':
      return [['value', m.veille_row_at_least()]];
    case 'rate':
      return [['value', m.veille_row_rate_least()]];
    case 'amount':
      return [['value', m.veille_row_amount_most()]];
    case 'ceilings':
      return ceilingLabels();
    default:
      return [];
  }
}

function rowView({ kind, isNot, texts, codes }: ConditionRow, index: number): RowView {
  return {
    index,
    kind,
    label: KIND_WORDS[kind](),
    isNot,
    boxes: labelsOf(kind).map(([box, label]) => ({
      name: boxName(index, box),
      label,
      value: texts[box] ?? ''
    })),
    ticks: (CODES[kind] ?? []).map((value) => ({
      value,
      label: capital(codeWords(kind, value)),
      isTicked: codes.includes(value)
    })),
    asksSituation: shapeOf(kind) === 'situation',
    situation: texts['value'] ?? ''
  };
}

/** The rows of a condition in words. */
export function rowViews({ rows }: ConditionRows): readonly RowView[] {
  return rows.map(rowView);
}
