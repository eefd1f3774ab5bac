import { matchesWhere, type Needy, type Span } from './span.ts'

/** What a plate is called by whoever has one; what one eats from and what machines have is called so as well. */
const CUE =
  "(?<![A-Za-z])(?:(?<!(?:dinner|side|hot|base|back|face|glass|steel|paper|cake|serial|tin|name|cover|soup|fish) )(?:(?:[Nn]umber|[Ll]icen[cs]e|[Pp]rivate|[Pp]ersonali[sz]ed|[Cc]herished|[Cc]ar) )?[Pp]lates?|(?<!(?:price|gift|dog|name|care|luggage|bag|ear|rfid|nfc|air|security|size|shoe|key|pet|sale|swing|cloth|clothing|sewn|wash|label|new|hash|title) )[Tt]ags?|(?:[Rr]eg|REG)(?:o|istration)?(?: (?:number|no\\.?|plate|mark))?)(?:['’]s)?(?![A-Za-z])"
/** What is said between: the reg on the van is, her plate, that's. */
const BETWEEN = "(?:[\\s:,=–-]+(?!\\d)(?![a-z] [a-z\\d])[A-Za-z'’]{1,12}){0,7}?[\\s:,=–-]{1,3}"
const GAP = '[\\s,-]{0,3}'
const ALPHABET =
  'alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliett?|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whisky|whiskey|x-?ray|yankee|zulu'
const WHOLE_WORDS = new RegExp(`(?<![a-z])(?:${ALPHABET})(?![a-z])`, 'giu')
/** As it is spelled: single letters, and figures. */
const SPELLED = `(?:[a-z](?: (?:as in|for|like) [a-z]{2,12})?(?![a-z])|${ALPHABET}|\\d{1,4})(?:[\\s,-]{1,3}(?:[a-z](?: (?:as in|for|like) [a-z]{2,12})?(?![a-z\\d])|(?:${ALPHABET})(?![a-z])|\\d{1,4}(?![a-z\\d]))){2,7}`
/** As it is written: glued, or in groups of capitals; with small letters right behind the word alone. */
const GLUED = '(?=[a-z]*\\d)(?=\\d*[a-z])[a-z\\d]{4,8}'
const GROUPS = `(?:[A-Z]{1,3}[\\s-]{0,2}\\d{1,4}(?:${GAP}[A-Z]{1,3})?|\\d{1,4}\\s?[A-Z]{1,3}(?:${GAP}\\d{1,4})?)`
const HAS_CUE = /plate|(?<![a-z])tags?(?![a-z])|(?<![a-z])reg(?:o|istration)?(?![a-z])/iu
const BEHIND_CUE: readonly Needy[] = [
  {
    needs: HAS_CUE,
    pattern: new RegExp(`(?<=${CUE}${BETWEEN})(?<![a-z\\d])(?:${SPELLED}|${GLUED})(?![a-z\\d*]|[.-]\\d)`, 'giu'),
  },
  {
    needs: HAS_CUE,
    pattern: new RegExp(`(?<=${CUE}${BETWEEN})(?<![A-Za-z\\d])${GROUPS}(?![A-Za-z\\d*]|[.-]\\d)`, 'gu'),
  },
  {
    needs: HAS_CUE,
    pattern: new RegExp(
      `(?<=${CUE}(?: is|:)?\\s)(?!was|for|are|but|has|and|the|fee|set|one|two)[a-z]{3}\\s\\d{3,4}(?![\\w*]|[.-]\\d)`,
      'giu',
    ),
  },
]
/** s f 1 9 k o u: nothing else is spelled so, by two letters, two figures and three letters. */
const AS_IN_BRITAIN: Needy = {
  needs: /[a-z][\s,]{1,2}\d[\s,]{0,2}\d[\s,]{1,2}[a-z][\s,]/iu,
  pattern:
    /(?<![a-z\d])(?<!(?<![a-z'’])[a-z][\s,]{1,2})([a-z][\s,]{1,2}[a-z][\s,]{1,2}\d[\s,]{0,2}\d(?:[\s,]{1,2}[a-z](?![a-z])){3})(?![\s,]{1,2}(?:[a-z](?![a-z])|\d))/giu,
}
/** whisky x-ray seven two, h d j. */
const LETTER = `(?:${ALPHABET}|[a-z](?![a-z]))`
const BY_ALPHABET: Needy = {
  needs: new RegExp(`(?:${ALPHABET})[\\s,]{1,2}\\d`, 'iu'),
  pattern: new RegExp(
    `(?<![a-z\\d])(?<!(?<![a-z])(?:${LETTER})[\\s,]{1,2})${LETTER}[\\s,]{1,2}${LETTER}[\\s,]{1,2}\\d[\\s,]{0,2}\\d[\\s,]{1,2}${LETTER}[\\s,]{1,2}${LETTER}[\\s,]{1,2}${LETTER}(?![a-z\\d]|[\\s,]{1,2}\\d)`,
    'giu',
  ),
}
/** Of the goods that have a number on a plate, and of what is measured. */
const NO_PLATE =
  /^(?:\d+(?:cm|mm|ml|kg|pcs|pc|inch|in|st|nd|rd|th|am|pm|hz|gb|tb|mg|oz|lb|lbs|ft|mph|k|x|p)|[a-z]{4,}\d{1,2}|(?:20|19)\d{2}[a-z]*|\d+\s?x\s?\d+.*)$/i

/** Number plates of other countries as they are spelled, or written by whoever takes no care. In a text whose spoken digits are plain. */
export const findPlatesTold = (text: string): Span[] =>
  [
    ...BEHIND_CUE.flatMap((needy) => matchesWhere(text, needy)).filter(({ 0: plate }) => isPlate(plate)),
    ...matchesWhere(text, AS_IN_BRITAIN),
    ...matchesWhere(text, BY_ALPHABET),
  ].map(
    ({ 0: plate, index }): Span => ({
      ...{ kind: 'plate', start: index, end: index + plate.length },
      mask: `${signsOf(plate).slice(0, 2).toUpperCase()}*****`,
    }),
  )

/** Two signs of either kind, or one of them among many; small letters stand alone unless figures are glued to them. */
function isPlate(plate: string): boolean {
  const signs = signsOf(plate)
  const letters = signs.replace(/\d/g, '').length
  if (signs.length < FEWEST || signs.length > MOST || letters === 0 || letters === signs.length) return false
  if (NO_PLATE.test(signs) || NO_PLATE.test(plate)) return false
  return letters > 1 || signs.length > FEWEST
}
const [FEWEST, MOST] = [4, 8]

/** Of a word that stands for a letter that letter. */
const signsOf = (plate: string): string =>
  plate
    .replace(/ (?:as in|for|like) [a-z]{2,12}/giu, '')
    .replace(WHOLE_WORDS, (word) => word.charAt(0))
    .replace(/[^a-z\d]/gi, '')
