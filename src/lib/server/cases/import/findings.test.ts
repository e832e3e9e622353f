import { afterEach, describe, expect, it } from 'vitest';
import { Findings } from './findings';

const finding = (record: number) => ({
  record,
  case: `OX27-${record}`,
  column: 'nom',
  reason: 'value_missing',
  message: 'Cette case est vide.\nœ’🙂\u2028fin'
});
let findings: Findings;
afterEach(() => findings.close());

describe('Findings', () => {
  it.each([0, 1, 1_999, 2_000, 2_001, 4_000, 9_001])(
    'gives back all of %i findings in order',
    async (count) => {
      findings = new Findings();
      for (let record = 1; record <= count; record += 1) findings.add(finding(record));
      const read = [];
      for await (const one of findings.all()) read.push(one);
      expect(findings.total).toBe(count);
      expect(read).toEqual(Array.from({ length: count }, (_, index) => finding(index + 1)));
      expect(findings.first(3)).toEqual(read.slice(0, 3));
    }
  );
});
