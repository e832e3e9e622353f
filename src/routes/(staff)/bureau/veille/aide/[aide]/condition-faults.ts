import { m } from '$lib/i18n';
import { typedNumber } from '../../fault-words';
import {
  SIZES,
  boxName,
  shapeOf,
  type ConditionRow,
  type ConditionRows,
  type RowShape
} from './condition-rows';

/** One thing to put right in the editor: the name of a box, and how. */
export interface ConditionFault {
  readonly field: string;
  readonly message: string;
}

const OLDEST = 120;
const MOST_CHILDREN = 15;
const MOST_RATE = 100;
const MOST_EUROS = 200_000;

const isBlank = (typed: string | undefined) => (typed ?? '').trim() === '';
const isWhole = (value: number, least: number, most: number) =>
  Number.isInteger(value) && value >= least && value <= most;
const isSum = (value: number) => value > 0 && value <= MOST_EUROS;

function areAges({ texts: { least, most } }: ConditionRow): boolean {
  const typed = [least, most].filter((one) => !isBlank(one)).map((one) => typedNumber((one ?? '').trim()));
  const [first = Number.NaN, last = first] = typed;
  return isWhole(first, 0, OLDEST) && isWhole(last, 0, OLDEST) && first <= last;
}

function areCeilings({ texts }: ConditionRow): boolean {
  const bySize = SIZES.map((size) => texts[`size${size}`]).filter((typed) => !isBlank(typed));
  const all = isBlank(texts['more']) ? bySize : [...bySize, texts['more']];
  return bySize.length > 0 && all.every((typed) => isSum(typedNumber((typed ?? '').trim())));
}

interface Rule {
  /** The box the words stand beside. */
  readonly box: string;
  readonly holds: (row: ConditionRow) => boolean;
  readonly words: () => string;
}

const typedValue = ({ texts: { value } }: ConditionRow) => typedNumber((value ?? '').trim());

const RULES: Readonly<Record<Exclude<RowShape, 'nothing'>, Rule>> = {
  ages: { box: 'least', holds: areAges, words: m.veille_row_fault_ages },
  number: {
    box: 'value',
    holds: (row) => isWhole(typedValue(row), 1, MOST_CHILDREN),
    words: m.veille_row_fault_children
  },
  rate: {
    box: 'value',
    holds: (row) => isWhole(typedValue(row), 0, MOST_RATE),
    words: m.veille_row_fault_rate
  },
  amount: { box: 'value', holds: (row) => isSum(typedValue(row)), words: m.veille_fault_pays },
  ceilings: { box: 'size1', holds: areCeilings, words: m.veille_row_fault_ceilings },
  choices: { box: 'codes', holds: ({ codes }) => codes.length > 0, words: m.veille_row_fault_choices },
  situation: {
    box: 'value',
    holds: ({ texts }) => !isBlank(texts['value']),
    words: m.veille_row_fault_situation
  }
};

/** What is wrong in the rows of a condition, row by row; nothing when the catalogue can take them. */
export function rowFaults({ rows }: ConditionRows): readonly ConditionFault[] {
  return rows.flatMap((row, index) => {
    const shape = shapeOf(row.kind);
    const rule = shape === 'nothing' ? null : RULES[shape];
    if (rule === null || rule.holds(row)) return [];
    return [{ field: boxName(index, rule.box), message: rule.words() }];
  });
}
