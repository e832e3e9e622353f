import { expect, it } from 'vitest';
import { faultWords, typedNumber } from './fault-words';

it.each([
  ['651,69', 651.69],
  ['651.69', 651.69],
  ['1 234,50 €', 1234.5],
  ['1\u202f234', 1234],
  ['−0,5', -0.5],
  ['0,00004', 0.00004],
  ['', Number.NaN],
  ['12,5,1', Number.NaN],
  ['1e5', Number.NaN],
  ['beaucoup', Number.NaN]
])('%s is read as %s', (text, value) => expect(typedNumber(text)).toBe(value));

it('says from which month to which the engine computes', () => {
  expect(faultWords('month_not_covered')).toMatch(/^Le calcul va de .* \d{4} à décembre 2027\.$/);
});
