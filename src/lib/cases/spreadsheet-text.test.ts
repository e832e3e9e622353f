import { describe, expect, it } from 'vitest';
import { asSpreadsheetText } from './spreadsheet-text';

describe('asSpreadsheetText', () => {
  it.each(['=1+1', '+33612345678', '-2', '@SUM(A1)', '\tx', '\r=1', '  =1', '＝1'])(
    'keeps a spreadsheet from running "%s"',
    (text) => expect(asSpreadsheetText(text)).toBe(`'${text}`)
  );

  it.each(['Durand', 'D’Angelo', '12 rue -', '<b>', ''])('leaves "%s" as it is', (text) => {
    expect(asSpreadsheetText(text)).toBe(text);
  });
});
