const STARTS_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A text made safe for a CSV export that people open in a spreadsheet: one that would run as a formula gets an
 * apostrophe in front, which spreadsheets hide. For texts only: amounts and days are written as such.
 */
export function asSpreadsheetText(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}
