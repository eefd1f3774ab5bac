import type { Needy } from './span.ts'

/**
 * Addresses as they are written in other languages: a word for a way, its name, the number of the house, in the order of each. Capitals tell a
 * name from a sentence.
 */
const NAME = "\\p{Lu}[\\p{L}’'-]{1,30}"
const NUMBER = '\\d{1,5}(?:\\s?[a-zA-Z](?![\\p{L}\\d]))?'
/** No count of something else. */
const END =
  '(?![\\p{L}\\d*]|\\s(?:times|items|pieces|pcs|days|hours|minutes|x|kg|g|cm|mm|Mal|Uhr|fois|veces)(?!\\p{L}))'

const OF_FRANCE = "(?:de la|de l[’']|de|du|des|la|le|les|l[’']|d[’'])"
const FRENCH_NAME = `(?:${OF_FRANCE}\\s?)?${NAME}(?:[\\s-](?:${OF_FRANCE}\\s?)?${NAME}){0,3}`
/** With a capital it is a word of English goods as well: 12 Avenue Sofa. */
const FRENCH = `(?<![\\p{L}\\d*])\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s(?:(?:rue|avenue|av\\.|boulevard|bd|place|allée|chemin|quai|impasse|cours|passage|square|route|Rue|Allée|Chemin|Impasse|Quai)\\s${FRENCH_NAME}|(?:Avenue|Boulevard|Place|Square|Cours|Route)\\s(?:${OF_FRANCE}\\s?${FRENCH_NAME}|${FRENCH_NAME}(?=,?\\s\\d{5}(?!\\d))))`
const GERMAN = `(?<![\\p{L}\\d*])(?:\\p{Lu}\\p{Ll}{1,30}(?:straße|strasse|str\\.|weg|gasse|platz|allee|damm|ufer|straat|laan|gracht|plein|kade|dijk|vägen|gatan|gade|vej)|(?:${NAME}\\s){1,2}(?:Straße|Strasse|Str\\.|Allee|Gasse|Platz))\\s${NUMBER}${END}`
const OF_THE_SOUTH = '(?:de la|de los|de las|della|dello|delle|degli|dei|del|des|de|di|da|do|dos|das|la|el|los)'
const SOUTHERN = `(?<![\\p{L}*])(?:[Cc]alle|C/|[Aa]venida|Avd?a?\\.|Avda|Paseo|[Pp]laza|[Pp]raça|[Rr]ua|Travessa|[Vv]iale|[Pp]iazza|Corso|Vicolo|[Vv]ia|Carrer)\\s?(?:${OF_THE_SOUTH}\\s)?(?!Email|Mail|Chat|App|Phone|Web|Post|Fax|Air|Sea)${NAME}(?:\\s(?:${OF_THE_SOUTH}\\s)?${NAME}){0,3},?\\s(?:[nN][º°o.]\\s?)?${NUMBER}${END}`
const CYRILLIC = '[\\p{Script=Cyrillic}-]{1,30}'
const RUSSIAN_NUMBER = `,?\\s(?:д(?:ом|\\.)?\\s?)?\\d{1,4}(?:,?\\s(?:корп|стр|кв)\\.?\\s?\\d{1,4}){0,2}`
const RUSSIAN = `(?<!\\p{L})(?:(?:ул\\.|улица|пр-т|пр\\.|проспект|пер\\.|переулок|наб\\.|набережная|шоссе|бульвар)\\s?${CYRILLIC}(?:\\s${CYRILLIC})?|${CYRILLIC}\\s(?:улица|проспект|переулок|набережная|шоссе|бульвар)|(?:[Uu]litsa|[Uu]l\\.|[Pp]rospekt|[Pp]ereulok)\\s${NAME})${RUSSIAN_NUMBER}`
/** Behind the district. */
const KOREAN =
  '(?<=[구시군동읍면]\\s?)\\p{Script=Hangul}{1,8}(?:대로|로|길)\\s?\\d{1,4}(?:번길\\s?\\d{1,3})?(?:-\\d{1,3})?(?:,?\\s\\d{1,4}[동호]){0,2}'
const JAPANESE =
  '(?<=[都道府県][^\\n]{0,12}[市区町村郡])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{1,10}\\d{1,3}(?:丁目|[-－−—])\\d{1,3}(?:(?:番地?|[-－−—])\\d{1,4})?(?:号室?|号)?|(?<=[市区町村郡])[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]{1,10}[\\d一二三四五六七八九十]{1,2}丁目\\d{1,3}(?:番地?|[-－−—])\\d{1,4}号?'
/** What says that an address follows; each with what may stand between it and the name. */
const ANNOUNCED = [
  ...['[Aa]ddress(?:\\sis|:)', '[Aa]dres(?:\\sis|:)', '[Dd]irecci[oó]n(?:\\ses|:)', '[Ii]ndirizzo(?:\\sè|:)'],
  ...[
    '[Aa]dresse(?:\\s(?:ist|est)|:)',
    '[Ll]iv(?:e|es|ing)\\s(?:at|on)',
    '[Dd]eliver(?:ed|y)?(?:\\s(?:it|them))?\\sto',
  ],
  ...[
    '[Ss]hip(?:ped)?(?:\\s(?:it|them))?\\sto',
    '[Ss]en[dt](?:\\s(?:it|them))?\\sto',
    '[Ww]ohn(?:e|t|en)(?:\\s(?:in|an))?',
  ],
  ...['[Ll]iefern(?:\\s\\p{L}{2,6}){0,2}\\san', 'habite(?:\\s(?:au|à))?', '[Ww]o(?:on|ont|nen)(?:\\s(?:op|aan|in))?'],
  ...[
    '[Vv]iv[eo]\\sen',
    '[Aa]bit[ao]\\s(?:in|a)',
    '地址[是为:：]?',
    '寄[到往去]',
    '送到',
    '发[到往]',
    '住在',
    '家住',
    '我住',
  ],
].join('|')
/** Called by a number as well, and no way. */
const NO_WAY =
  '(?!(?:Gate|Room|House|Haus|Flat|Wohnung|Zimmer|Etage|Camp|Dorm|Technician|Neighbour|Neighbor|Support|Customer|Taobao|Tmall|Rice|Locker|Store|Warehouse|Zone|Shop|Station|Terminal|Floor|Level|Phase|Model|Galaxy|Channel|Building|Counter|Dock|Line|Unit|Area|Region|Group|Team|Class|Version|Windows|Apple|Amazon|Order|Ticket|Box|Slot|Bay|Aisle|Hub|Depot|Branch|Office|Tier|Season|Week|Day|Step|Point|Seat|Desk|Table|Page|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December)(?:day|s)?\\s)'
const OF_A_NAME = `(?:${NO_WAY}${NAME}|der|den|dem|die|het|van|von|de|la|le)`
/** Behind the number: the end, or what goes on with a place; no count of something else, as in: shipped to London 2 weeks ago. */
const PLACE_ENDS =
  '(?=$|[,，.。;；!！?？\\n)）]|\\s?(?![天次年月个件元块层楼折款瓶箱晚夜周小条张])\\p{Script=Han}|\\s(?:in|near|please|now|and|by|bitte|à|(?!Jahre|Tage|Wochen|Monate|Stunden|Minuten|Euro|Stück|Mal|Uhr)\\p{Lu})|\\s?$)'
/** Without a word for a way, behind words that say an address follows: Singel 250, Am Markt 5. */
const OF_NO_WAY = `(?<!\\p{L})(?=\\p{Lu})(?<=(?:${ANNOUNCED})\\s?)${NO_WAY}${NAME}(?:\\s${OF_A_NAME}){0,3}\\s${NUMBER}${END}${PLACE_ENDS}`

/** The same while it is being typed, up to its number; with the flag `u`. */
export const BEGUN_OF_NO_WAY = `(?:${ANNOUNCED})\\s?(?<rest>${NO_WAY}\\p{Lu}[\\p{L}’'-]{2,30}(?:\\s(?:${OF_A_NAME}|\\p{Lu}|(?:de|la|le)?)){0,3}(?:\\s\\d{0,5})?)$`

const written = (needs: RegExp, source: string): Needy => ({ needs, pattern: new RegExp(source, 'gu') })
export const ADDRESSES_ABROAD: readonly Needy[] = [
  written(/(?:\d|bis|ter),?\s(?:rue|av|b|place|all|ch|quai|imp|cours|passage|square|route)/iu, FRENCH),
  written(
    /(?:stra(?:ß|ss)e|str\.|weg|gasse|platz|allee|damm|ufer|straat|laan|gracht|plein|kade|dijk|vägen|gatan|gade|vej)\s\d/iu,
    GERMAN,
  ),
  written(/calle|c\/|av|paseo|plaza|praça|rua|travessa|via|piazza|corso|vicolo|carrer/iu, SOUTHERN),
  written(/\p{Script=Cyrillic}|ulitsa|ul\.|prospekt|pereulok/iu, RUSSIAN),
  written(/\p{Script=Hangul}/u, KOREAN),
  written(/\d(?:丁目|[-－−—])\d|丁目\d/u, JAPANESE),
  written(/[\p{L}’'-]\s\d/u, OF_NO_WAY),
]
