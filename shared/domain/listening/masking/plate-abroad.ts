import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

const CUE =
  "(?:(?<![A-Za-z])(?:(?:[Nn]umber|[Ll]icen[cs]e|[Cc]ar|[Rr]eg(?:istration)?)? ?[Pp]late|[Rr]ego|[Rr]eg|[Rr]egistration|[Vv]ehicle|[Cc]ar)(?: (?:no\\.?|number))?(?:\\s?(?:is|was|[:：=]|['’]s))?\\s|(?:车牌|牌照|[港绿蓝黄]牌|车号|地牌|牌号)(?:号码?)?[\\s:：是为]{0,3})"
/** Letters and digits, two of each at least, perhaps in two groups. */
const NUMBER =
  '(?=(?:[A-Z\\s-]*\\d){2,})(?=(?:[\\d\\s-]*[A-Z]){2,})[A-Z\\d]{2,4}[\\s-]?[A-Z\\d]{1,4}(?:[\\s-]?[A-Z](?![A-Z\\d]))?'
/** Parts of cars, telephones and their plugs, and what they take. */
const NO_PLATE =
  '(?!(?:USB|SUV|SIM|SSD|HDD|GPS|LED|LCD|DVD|ETC|APP|PRO|MAX|LTE|HDMI|VGA|NFC|ABS|SPF|SKU|SMS|SOS|SET|RAM|ROM|AC|DC|WIFI|TYPE|VIP|UHD|QHD|OLED)(?![A-Z])|\\d+(?:V|W|G|A|K|M|L|GB|TB|MM|CM|KG|ML|MAH)(?![A-Z]))'
const BEHIND_CUE = new RegExp(`(?=[A-Z\\d])(?<!\\w)(?<=${CUE})${NO_PLATE}(${NUMBER})(?![\\w*-])`, 'gu')
/** As Britain and Singapore write them, where a text speaks of a car. */
const BRITISH = '(?!EU|UK|US)[A-Z]{2}\\s{0,2}\\d{2}\\s{0,2}[A-HJ-PR-Z]{3}'
const OF_SINGAPORE = 'S[A-Z]{2}\\s?\\d{1,4}\\s?[A-Z]'
const ALONE = new RegExp(`(?<![\\w*-])${NO_PLATE}(${BRITISH}|${OF_SINGAPORE})(?![\\w*-])`, 'gu')
const OF_A_CAR =
  /(?<![a-z])(?:cars?|plate|rego?|driver|parking|car ?park|parked|toll|congestion|fined?|bay|rental|hertz|grab|taxi|van|golf|mini|transit|sprinter|vivaro|fiesta|focus|corsa|astra|polo|micra|juke|qashqai|yaris|kia|vauxhall|peugeot|renault|skoda|volvo|nissan|vans?|lorr(?:y|ies)|truck|minibus|motorbike|dvla|v5c?|breakdown|broke down|hard shoulder|clipped|bumper|windscreen|camry|mazda|tesla|toyota|honda|bmw|audi|vehicle|scratch(?:es)?)(?![a-z])|车/iu
const ALPHABET =
  'alpha|alfa|bravo|charlie|delta|echo|foxtrot|golf|hotel|india|juliet|kilo|lima|mike|november|oscar|papa|quebec|romeo|sierra|tango|uniform|victor|whiskey|x-?ray|yankee|zulu'
/** lima tango 19, kilo x-ray victor. */
const BY_ALPHABET = new RegExp(
  `(?<![a-z])((?:(?:${ALPHABET})[\\s,]{1,2}){1,3}(?:\\d{1,4}|(?:twenty|thirty|sixty|seventy)-\\w+)[\\s,]{1,2}(?:(?:${ALPHABET})(?![a-z])[\\s,]{0,2}){1,3})`,
  'giu',
)
/** T N 09, C X, 4417 and L K 19, W Z B; as they are written in India TN 09 CX 4417. */
const OF_INDIA = /(?<![A-Za-z])([A-Z]{2}[\s-]?\d{2}[\s-]?[A-Z]{1,2}[\s-]?\d{4})(?![\w*])/gu
/** As somebody says it who reads the sign of the province: Yue B, D61738. */
const IN_PINYIN =
  /(?<=(?<![a-z])plate[^\d\n]{0,24}?\s)([A-Z][a-z]{1,8} [A-Z][\s,]{1,2}[A-Z\d](?:[\s,]{0,2}[A-Z\d]){4,5})(?![A-Za-z\d*])/gu
const READ_OUT =
  /(?<![A-Za-z])([A-Z] [A-Z][\s,]{1,2}\d{2}[\s,]{1,2}(?:[A-Z] [A-Z] [A-Z]|[A-Z](?: [A-Z])?[\s,]{1,2}\d{4}))(?![a-z*])/gu
/** S L M 4827 K. */
const SPELLED = /(?<![a-z])([A-Z](?:\s[A-Z]){1,2}\s\d{3,4}(?:\s[A-Z](?![a-z]))?)(?![\w*])/gu

/** Number plates of other countries: the first two signs stay. In a text whose spoken digits are plain. */
export function findPlatesAbroad(text: string): Span[] {
  if (!/[a-z]/iu.test(text)) return []
  const isOfACar = isIn(text, OF_A_CAR)
  const patterns = isOfACar
    ? [BEHIND_CUE, ALONE, SPELLED, BY_ALPHABET, OF_INDIA, READ_OUT, IN_PINYIN]
    : [BEHIND_CUE, BY_ALPHABET]
  return patterns
    .flatMap((pattern) => matchesIn(text, pattern))
    .map(({ 0: whole, 1: number = whole, index }): Span => {
      const start = index + whole.length - number.length
      const plate = number.replace(/[\s,]+$/, '')
      return {
        kind: 'plate',
        start,
        end: start + plate.length,
        mask: `${plate.replace(/\s/g, '').slice(0, 2).toUpperCase()}*****`,
      }
    })
}
