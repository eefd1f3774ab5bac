/**
 * How texts of customers become cells that spreadsheets neither run nor change.
 *
 * Numbers that must stay text (order numbers, codes with leading zeros) get a tab BEHIND them. Considered:
 * - Nothing, or quotes: Excel and LibreOffice make 1.23457E+17 of it; quotes do not say «text» to either.
 * - `="123"`: right in both, but it is a formula: mail gateways and other guards refuse it, and every importer
 *   (Jira, pandas, our own reader) gets the equals sign and quotes as data.
 * - An apostrophe: stays visible in both, and importers keep it. Right for a would-be formula, where a visible mark is honest.
 * - A tab: text in both, unseen on screen, white space that importers trim. Behind rather than in front, because a cell
 *   that begins with a tab is itself on the list of dangerous cells. Bank and payment statements in China do the same.
 * Seen in LibreOffice 7.4: a tab on either side gives a text cell with all digits. Excel is not on the build machine.
 */
const KEEP_AS_TEXT = '\t'

/** Would be run as a formula, also the full-width signs, which Excel in a Chinese locale takes for the plain ones. */
const STARTS_LIKE_FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u

/** More digits than a spreadsheet's numbers hold (15): the rest would become zeros. */
export const isLongNumber = (text: string): boolean => /^\d{16,}$/.test(text)

/** `00123` would become 123. A plain 0 and 0.5 are numbers. */
export const hasLeadingZero = (text: string): boolean => /^0\d+$/.test(text)

/** `12E5` and `1.5E+10`, as article codes have it, would become 1200000 and 15000000000. */
const looksScientific = (text: string): boolean => /^\d+(?:\.\d+)?[Ee][+-]?\d+$/.test(text)

const looksLikeFormula = (text: string): boolean => STARTS_LIKE_FORMULA.test(text)

/** The cell's text before the CSV writer quotes it. XLSX needs none of this: there a text cell is text. */
export function csvCell(text: string): string {
  if (looksLikeFormula(text)) return `'${text}`
  if (isLongNumber(text) || hasLeadingZero(text) || looksScientific(text)) return `${text}${KEEP_AS_TEXT}`
  return text
}
