import { AT_WORD } from './said-at.ts'
import { OTHER_DIGITS } from './script-digits.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'

/** No number that is masked has fewer digits. */
const FEWEST_DIGITS = 4

const DIGIT = `\\p{Nd}${OTHER_DIGITS}${SPOKEN_DIGITS.join('')}`
/** Names and addresses stand beside one of these. */
const OF_A_PERSON = '[号號栋棟幢弄室座叫姓名人主是係住址]|[件货貨]信息|先生|女士|小姐|单元'
/** 西新宿2-8-1. */
const HOUSE_ABROAD = '\\d(?:[-－−—]|丁目)\\d{1,3}[-－−—番]\\d'
/** An address has one of these before its host, or is said with one of the words. */
const OF_AN_ADDRESS = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hangul}@＠﹫'
const MAY_HOLD = new RegExp(
  `[${OF_AN_ADDRESS}]|${AT_WORD}|${OF_A_PERSON}|${HOUSE_ABROAD}|(?:[${DIGIT}][^${DIGIT}]*){${FEWEST_DIGITS}}`,
  'u',
)

/**
 * Whether a text can hold anything that is masked at all: said in one pass, for the many texts that are Chinese words and nothing else. Rather
 * too often than too seldom.
 */
export const mayHoldPersonalData = (text: string): boolean => MAY_HOLD.test(text)
