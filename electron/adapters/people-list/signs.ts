/** What parts the cells of a line, by common use. */
const USUAL = ['\t', ',', ';', '|']
/** Rarer, and often part of a text: they part cells only where most lines have as many. */
const RARE = ['，', '；', '｜', '│', '┃', '~', '～', '^']
/** One blank is part of a name; several draw up columns for the eye. */
const BLANKS = /[^\S\r\n]{2,}/g
/** 王　　敏, drawn apart to be as long as the names of three characters above and below. */
const DRAWN_APART = /(^|[^\S\r\n]{2})(\p{Script=Han})[^\S\r\n]+(\p{Script=Han})(?=[^\S\r\n]{2}|\r|$)/gmu

export interface PartedText {
  text: string
  sign: string
  /** Columns drawn up by blanks: an empty cell leaves no mark, so a line of another number of cells says nothing. */
  isAligned: boolean
}

/** The text with the sign that parts cells in most of the first lines; tab before comma before semicolon before bar where it is undecided. */
export function partedText(text: string, sample: readonly string[]): PartedText {
  const linesWith = (sign: string) => sample.filter((line) => line.includes(sign)).length
  const usual = USUAL.reduce((best, sign) => (linesWith(sign) > linesWith(best) ? sign : best))
  const steady = RARE.filter((sign) => isSteady(sample, (line) => line.split(sign).length))
  const sign = steady.reduce((best, each) => (linesWith(each) > linesWith(best) ? each : best), usual)
  const drawnUp = sample.map(withTabs)
  const isAligned =
    drawnUp.filter((line) => line.includes('\t')).length > linesWith(sign) &&
    isSteady(drawnUp, (line) => line.split('\t').length)
  return isAligned ? { text: withTabs(text), sign: '\t', isAligned } : { text, sign, isAligned }
}

/** Whether more than half of the lines have the same number of cells, and more than one. */
function isSteady(lines: readonly string[], widthOf: (line: string) => number): boolean {
  const widths = Map.groupBy(lines.map(widthOf), (width) => width)
  widths.delete(1)
  return [...widths.values()].some(({ length }) => length * 2 > lines.length)
}

const withTabs = (text: string): string =>
  text
    .replace(DRAWN_APART, '$1$2$3')
    .replace(BLANKS, '\t')
    .replace(/^[^\S\r\n]|[^\S\r\n]$/gm, '')
