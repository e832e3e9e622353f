import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { Simulator, checkHousehold, readMonth, type Adult, type AidAmounts, type Household } from '$lib/aids';

interface Case {
  readonly case: string;
  readonly law: string;
  readonly month: string;
  readonly adult: Adult;
  readonly partner?: Adult;
  readonly children?: Household['children'];
  readonly housing: Household['housing'];
  readonly recently_separated?: boolean;
  readonly expect: Partial<AidAmounts>;
}

const FOLDER = join(import.meta.dirname, 'cases');

function amountsOf(given: Case): AidAmounts {
  const month = readMonth(given.month);
  if (!month.ok) throw new Error(month.why.code);
  const household = checkHousehold(
    {
      adults: given.partner ? [given.adult, given.partner] : [given.adult],
      children: given.children ?? [],
      housing: given.housing,
      recently_separated: given.recently_separated ?? false
    },
    month.value
  );
  if (!household.ok) throw new Error(`${household.why.code} ${household.why.path}`);
  return new Simulator(month.value).amountsOf(household.value);
}

for (const file of readdirSync(FOLDER)) {
  const cases = parse(readFileSync(join(FOLDER, file), 'utf8')) as Case[];
  describe(`legal cases of ${file}`, () => {
    it.each(cases.map((given) => [given.case, given] as const))('%s', (_name, given) => {
      expect(amountsOf(given)).toMatchObject(given.expect);
    });
  });
}
