const STARTS_A_FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A text made safe for a CSV export that people open in a spreadsheet: one that would run as a formula gets an
 * apostrophe in front, which spreadsheets hide. For texts only: amounts and days are written as such.
 */
export function asSpreadsheetText(text: string): string {
  return STARTS_A_FORMULA.test(text) ? `'${text}` : text;
}

/**
 * A whole file for a spreadsheet, its head first: cells behind semicolons as French ones read them, each line ended, and no
 * cell ever runs.
 */
export function spreadsheetFile(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map((cell) => quoted(asSpreadsheetText(cell))).join(';'));
  // spreadsheets in French read accents only behind this mark
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
