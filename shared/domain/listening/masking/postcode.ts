import { saysGoods, saysOrder } from './cue.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/** Areas of Britain, for many goods are called by letters and digits, too: LS6 2AB. */
const AREA =
  '(?:A[BL]|B[ABDHLNRST]?|C[ABFHMORTVW]|D[ADEGHLNTY]|E[CHNX]?|F[KY]|G[LUY]?|H[ADGPRSUX]|I[GMPV]|JE|K[ATWY]|L[ADELNSU]?|M[EKL]?|N[EGNPRW]?|O[LX]|P[AEHLOR]|R[GHM]|S[AEGKLMNOPRSTWY]?|T[ADFNQRSW]|UB|W[ACDFNRSV]?|YO|ZE)'
const INWARD = '\\d[ABD-HJLNP-UW-Z]{2}'
const WRITTEN = new RegExp(
  `(?<![\\w*#-])(?!E2[1-9]|E[3-9]\\d|N2[3-9]|N[3-9]\\d|W1[5-9]|W[2-9]\\d)${AREA}\\d{1,2}[A-Z]? (?!\\d(?:GB|TB|PK|XL|HP|HZ|PS|EA|PT|FT|LB|US|UK|EU)(?!\\w))${INWARD}(?![\\w*-])`,
  'gu',
)
/** Without a blank only behind the word for one, or behind a town. */
const BEHIND_WORD = new RegExp(
  `(?<=(?<![a-z])post ?code(?:['’]s| is|:)?\\s)${AREA}\\d{1,2}[A-Z]?\\s?${INWARD}(?![\\w*-])`,
  'giu',
)
/** S K four, three P Q: in a text whose spoken digits are plain. */
const SPELLED = /(?<![\p{L}\d*])[A-Z](?: [A-Z])? \d{1,2}(?: [A-Z])?[,\s]{0,2}\d [A-Z] [A-Z](?![\p{L}\d])/gu
/** B12 5UP cream, ME3 9AB is the model of the lens: what it is of stands behind. */
const OF_GOODS =
  /^\s(?:[a-z]+\s)?(?:cream|serum|gel|lotion|tablets?|capsules?|drops|spray|gummies|lens|cable|charger|battery|filter|cartridge|bulb|is (?:the|a|our) (?:model|part|sku|item|code))(?![a-z])/iu
const LONGEST_GOODS = 40
const MAY_HOLD = /[A-Z] ?\d{1,2}|post ?code/iu

/** Where in Britain somebody lives: a code stands for a handful of doors. */
export const findPostcodes = (text: string): Span[] =>
  isIn(text, MAY_HOLD)
    ? [WRITTEN, BEHIND_WORD, SPELLED].flatMap((pattern) =>
        matchesIn(text, pattern)
          .filter(
            ({ 0: code, index }) =>
              !saysOrder(text, index) &&
              !saysGoods(text, index) &&
              !OF_GOODS.test(text.slice(index + code.length, index + code.length + LONGEST_GOODS)),
          )
          .map(
            ({ 0: code, index }): Span => ({ kind: 'address', start: index, end: index + code.length, mask: '***' }),
          ),
      )
    : []
