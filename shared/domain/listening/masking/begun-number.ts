import { longestCard } from './bank-card.ts'
import { PROVINCE } from './id-card.ts'
import { AREA_CODE, CITY_CODE } from './landline.ts'
import { MOBILE } from './phone.ts'

/** `shown`: how many digits in front may stand whatever it becomes; `length`: of the longest number it may become. */
export interface BegunNumber {
  readonly shown: number
  readonly length: number
}

/** What the masks of phones and identity cards leave in front. Of a card they tell the issuer, no more. */
const SHOWN = 3
const COUNTRY_CODE = /^0{0,3}860?/
/** Behind the six digits of the place: year, month, day, as far as they go. Old cards have two digits for the year. */
const BIRTHDAY =
  /^(?:(?:1|18|19|2|20)$|(?:18|19|20)\d{1,2}$|(?:18|19|20)\d{2}(?:[01]$|(?:0[1-9]|1[0-2])(?:$|[0-3]$|(?:0[1-9]|[12]\d|3[01]))))/
const OLD_BIRTHDAY = /^(?:\d{0,2}$|\d{2}[01]$|\d{2}(?:0[1-9]|1[0-2])(?:$|[0-3]$|(?:0[1-9]|[12]\d|3[01])))/

/** What a number that begins with these digits may become; null when no number that is masked begins so. At least four digits. */
export function begunNumber(digits: string): BegunNumber | null {
  const countryCode = COUNTRY_CODE.exec(digits)?.[0].length
  if (countryCode !== undefined) {
    const city = CITY_CODE.exec(digits.slice(countryCode))?.[0].length ?? SHOWN
    return { shown: countryCode + city, length: countryCode + 11 }
  }
  if (MOBILE.test(digits.slice(1)) && digits.startsWith('0')) return { shown: 1 + SHOWN, length: 12 }
  const areaCode = AREA_CODE.exec(digits)?.[0].length
  if (areaCode !== undefined) return { shown: areaCode, length: areaCode + 8 }
  const card = longestCard(digits)
  const lengths = [...(MOBILE.test(digits) ? [11] : []), ...idCardLengths(digits), ...(card === null ? [] : [card])]
  return lengths.length === 0 ? null : { shown: SHOWN, length: Math.max(...lengths) }
}

function idCardLengths(digits: string): number[] {
  if (!PROVINCE.test(digits)) return []
  const behindPlace = digits.slice(6)
  if (behindPlace === '' || BIRTHDAY.test(behindPlace)) return [18]
  return OLD_BIRTHDAY.test(behindPlace) ? [15] : []
}

/** The place of a new identity card is there in full, and nothing behind it that could be no birthday. */
export const saysPlace = (digits: string): boolean =>
  PROVINCE.test(digits) &&
  digits.length >= 6 &&
  digits.length < 17 &&
  (digits.length === 6 || BIRTHDAY.test(digits.slice(6)))

/** Birthdays of new cards that are there in full: no order number says one by chance. */
export const hasBirthday = (digits: string): boolean =>
  PROVINCE.test(digits) && digits.length >= 12 && BIRTHDAY.test(digits.slice(6))
