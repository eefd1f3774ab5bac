import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/** Of bounded length, as all words here: a row of their signs without an end would be gone through from each of them. */
const WORD = "[A-Z][A-Za-z'’]{1,24}"
/** In front of the way: Flat C, 18/F, Block 5, Greenmist Garden. */
const IN_HOUSE =
  '(?:[Ff]lat|[Ss]te\\.?|[Aa]pt\\.?|[Aa]partment|[Uu]nit|[Ss]uite|[Rr]oom|[Rr]m|[Bb]lock|[Bb]lk|[Tt]ower|[Vv]illa)\\.?\\s?#?(?:\\d{1,4}[A-Za-z]?|[A-Za-z](?!\\w)|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?:\\s?[A-Z](?!\\w))?)'
const FLOOR = '(?:\\d{1,2}\\/F|(?:\\d{1,2}(?:st|nd|rd|th)|[Gg]round|[a-z]{3,9}) [Ff]loor)'
const NAMED_HOUSE = `(?:${WORD}\\s){1,3}(?:Gardens?|Court|Plaza|Mansions?|House|Building|Tower|Estate|Heights|Villas?|Lodge|Cottage|Apartments|Residences?)`
const FRONT = `(?:(?:${IN_HOUSE}|${FLOOR}|${NAMED_HOUSE}),?\\s){0,5}`
const DIRECTION = '(?:(?:North|South|East|West|N|S|E|W|Upper|Lower|Old|New|St)\\.?\\s)?'
const WAY =
  '(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Tce|Close|Crescent|Cres|Highway|Hwy|Parkway|Pkwy|Row|Gardens|Gdns|Grove|Hill|Rise|Mews|Quay|Vale|Parade|Pde|Circuit|Cct|Esplanade|Wharf)'
/** Drives, places and squares that are sold. */
const NO_GOODS =
  '(?!(?:\\S+\\s){0,3}(?:(?:Expansion|Hard|Flash|Portable|External|Backup|Thumb|Tape|Test|Optical|Disk|Solid)\\s\\S*\\s?Drive|(?:Drives?|Place|Square|Row|Court|Way)\\s(?:mats?|settings?|cards?|pack|sets?|bags?|shirts?)))'
const UNIT_BEHIND = `(?:,?\\s(?:${IN_HOUSE}|#\\s?\\w{1,5}(?:-\\d{1,4})?))?`
const PATTERNS = [
  // 42 Maple Avenue, 8/26 Wattlebird Cres, No. 12 Tanyard Mews.
  `(?<![\\w*/])${FRONT}(?:[Nn]o\\.?\\s)?(?:\\d{1,4}\\/)?\\d{1,5}(?:[A-Za-z]| [A-Z](?= [A-Z][a-z]))?,?\\s${NO_GOODS}${DIRECTION}(?:${WORD}\\s){1,3}${WAY}\\b\\.?(?:\\s\\d{1,3}(?!\\d))?(?:\\s(?:North|South|East|West))?${UNIT_BEHIND}`,
  // Century Avenue No. 188, Room 2301.
  `(?<![\\w*/])(?:${WORD}\\s){1,3}${WAY}\\b\\.?,?\\s(?:[Nn]o\\.?|[Nn]umber|#)\\s?\\d{1,5}[A-Za-z]?(?![\\d*])(?:,?\\s(?:[Rr]oom|[Rr]m|[Aa]pt\\.?|[Uu]nit|[Ff]lat|[Bb]uilding|[Bb]lock|[Ff]loor)\\s?#?\\w{1,6}){0,3}`,
  // 5 Jln Kembangan Pagi.
  `(?<![\\w*/])${FRONT}\\d{1,5}[A-Za-z]?,?\\s(?:Jln|Jalan|Lorong|Lor|Taman|Bukit)\\s${WORD}(?:\\s${WORD}){0,2}${UNIT_BEHIND}`,
  // Blk 123 Ang Mo Kio Ave 3 #05-123, and its door alone.
  `(?<![\\w*/])(?:[Bb]lk|[Bb]lock)\\s\\d{1,4}[A-Z]?,?\\s(?:${WORD}\\s){1,4}(?:(?:${WAY}|Link|Walk|Loop|View)\\b\\s?\\d{0,3}|(?=#))${UNIT_BEHIND}`,
  // Flat 3b, Marchmont House: a door and the name of a house.
  `(?<![\\w*/])(?:${IN_HOUSE}|${FLOOR}),?\\s(?:(?:${IN_HOUSE}|${FLOOR}),?\\s){0,3}(?:${NAMED_HOUSE}|(?!Service|Support|Call|Help|Shopping)(?:${WORD}\\s){1,2}Cent(?:re|er))(?![\\w*])`,
]
const ENGLISH = PATTERNS.map((source) => new RegExp(source, 'gu'))
/** Said, without capitals: flat c eighteen floor block five greenmist garden. */
const SAID =
  /(?<![\w*])(?:flat|apartment|unit|room)\s(?:[a-z]|\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten)(?![a-z])[\s,]{1,2}(?:[a-z]{1,16}(?:[ -][a-z]{1,16})?\s(?:floor)[\s,]{1,2})?(?:block|tower)\s\w{1,6}[\s,]{1,2}(?:[a-z]{1,24}\s){1,3}(?:garden|gardens|court|plaza|mansion|house|building|tower|centre|estate|heights|road|street|avenue)(?![a-z])/gu

/** Without capitals: 14 beech road, didsbury. No fourteen of a kind of bikes. */
const COUNTED =
  '(?:minutes?|mins?|hours?|days?|miles?|metres?|meters?|km|inch(?:es)?|packs?|pairs?|pieces?|lanes?|seats?|people|of|by|more|new|old|off|left|per|under|over|along|across|beside|behind|near|down|up|into|onto)'
const SMALL_WAY = `\\d{1,4}[a-z]?,? (?!${COUNTED}(?![a-z]))[a-z]{3,14}(?: [a-z]{3,14})? (?:street|road|avenue|lane|close|crescent|terrace|grove|gardens|mews)(?![a-z])(?! (?:bikes?|shoes?|maps?|trip|legal|tax|sign|works?|side|lamps?|centre|furniture|chairs?))`
const SMALL = new RegExp(
  `(?<=(?:(?<![a-z])(?:send|sent|deliver(?:ed)?|post(?:ed)?|ship(?:ped)?|lives?|living|moved|address(?: is|:)?|flat \\w{1,4},?|at|to|from|it['’]?s|we['’]?re|i['’]?m)|^|[,.:\\n])\\s?(?:(?:it|them|at|to|on|is|in) )?)${SMALL_WAY}(?=$|[,.;\\n]|\\s[a-z])`,
  'giu',
)
/** Rosewood House, room 12. */
const HOUSE_AND_ROOM = new RegExp(
  `(?<![\\w*/])${NAMED_HOUSE},?\\s(?:[Rr]oom|[Rr]m|[Ff]lat|[Uu]nit|[Aa]pt\\.?|[Aa]partment|[Ww]ard)\\s(?:[Nn]o\\.?\\s)?\\d{1,4}[A-Za-z]?(?![\\w*])`,
  'gu',
)
const STATE =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]'
/** Behind a way the district of the post says as much as a number of a house: Duluth, MN 55806. */
const ZIP = new RegExp(
  `^(?:[^\\n;\\d]|\\d(?!\\d{4})){0,45}?(?<![A-Za-z])(?:${STATE})\\s(\\d{5}(?:-\\d{4})?)(?!\\d)`,
  'u',
)
const FARTHEST_ZIP = 64

function zipBehind(text: string, end: number): Span[] {
  const found = ZIP.exec(text.slice(end, end + FARTHEST_ZIP))
  if (found === null) return []
  const { 0: whole, 1: zip = '' } = found
  return [{ kind: 'address', start: end + whole.length - zip.length, end: end + whole.length, mask: '***' }]
}

/** Told part by part: number six, west fifth lane, Tangxia village, room three oh one. Two of them have numbers, and one is a way. */
const COUNT = `(?:\\d{1,5}[a-z]?|(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|and|double)(?:[ -](?:zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\w{3,5}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|and|double))*)`
const NUMBERED = `(?:[Nn]umber|[Nn]o\\.?|[Bb]uilding|[Bb]lock|[Ff]lat|[Uu]nit|[Rr]oom|[Aa]partment|[Ff]loor|[Tt]ower|[Hh]ouse) ${COUNT}(?![\\w*])`
const WAYED = `(?:[A-Za-z'’]{1,24} ){1,4}(?:[Ll]ane|[Rr]oad|[Ss]treet|[Aa]venue|[Aa]lley|[Vv]illage|[Gg]ardens?|[Ee]state|[Cc]ourt|[Cc]lose|[Hh]utong)(?![a-z])`
const IN_PARTS = new RegExp(`(?<![\\w*])(?:${NUMBERED}|${WAYED})(?:, (?:${NUMBERED}|${WAYED})){2,6}`, 'gu')
const NUMBERED_PART = new RegExp(`^${NUMBERED}`, 'u')
const isInParts = (told: string): boolean => {
  const parts = told.split(', ')
  const numbered = parts.filter((part) => NUMBERED_PART.test(part)).length
  return numbered > 1 && numbered < parts.length
}
/** A house in a village has a name instead of a number: The Old Forge, Little Haddon. The village stays. */
const HOUSE_OF_VILLAGE =
  "(?:The )?(?:[A-Z][a-z'’]+ ){1,3}(?:Forge|Rectory|Vicarage|Mill|Barn|Cottages?|Lodge|Farm|Farmhouse|Manor|Grange|Schoolhouse|Chapel|Smithy|Stables|House|Gatehouse|Croft|Orchard|Paddock|Dairy|Granary)(?:, [A-Z][a-z'’]+(?: [A-Z][a-z'’]+){0,2}){0,2}"
const VILLAGE = ", [A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,2}"
const OF_VILLAGE = new RegExp(
  `(?<=(?:[Aa]ddress(?: is|:)?|[Dd]eliver(?:ed)? (?:it |them )?to|(?:[Ss]end|[Ss]hip|[Pp]ost) (?:it |them )?to|[Mm]oved to|[Ll]ives? (?:at|in)) )${HOUSE_OF_VILLAGE}(?=${VILLAGE}(?:[,.]|$|\\n| [a-z]))|(?<=^)${HOUSE_OF_VILLAGE}(?=${VILLAGE}[,.]?(?:$|\\n))`,
  'gu',
)
const WORK =
  '[\'’"”]?\\s(?:(?:is |on |in )(?:that |this )?)?(?:DVD|[Bb]lu-?ray|[Vv]inyl|CD|LP|EP|[Aa]lbum|[Ff]ilm|[Mm]ovie|[Pp]oster|[Ss]oundtrack|[Bb]ox ?set|[Rr]emaster|[Nn]ovel)s?(?![a-z])'
const BRANCH = '(?:[Ss]hop|[Ss]tore|[Bb]ranch|[Cc]ounter|[Oo]utlet|[Ss]howroom|[Bb]outique)'
const NAMED_WAY = `(?:[A-Z\\d][\\w'’]{0,24}\\s){1,4}${WAY}(?![a-z])`
/** Songs and films are called like ways, and so are branches: 21 Jump Street DVD, the shop on Nanjing Road. */
const OF_NOBODY = new RegExp(
  `${NAMED_WAY}${WORK}|(?<!\\d\\s?)(?!\\d)${NAMED_WAY}\\s${BRANCH}(?![a-z])|${BRANCH} (?:on|in|at) (?:the )?(?!\\d)${NAMED_WAY}`,
  'gu',
)
const SENT_THERE =
  /(?<![a-z])(?:lives?|living|deliver\w*|send|sent|ship\w*|address\w*|moved|come|collect\w*|at|to|from|is)(?![a-z])[^.;\n]{0,20}$/iu
/** 2 lane road closed: how wide it is. */
const OF_LANES = /^(?:\d|one|two|three|four|six)[ -]lanes? (?:road|street|highway|motorway|bridge)(?![a-z])/iu
const LONGEST_NAME = 60
/** Whether a place is named there that nobody lives at. */
export function isNobodysWay(text: string, start: number, end: number): boolean {
  if (OF_LANES.test(text.slice(start, end + LONGEST_NAME))) return true
  const from = Math.max(0, start - LONGEST_NAME)
  return [...text.slice(from, end + LONGEST_NAME).matchAll(OF_NOBODY)].some(
    ({ 0: named, index }) =>
      from + index < end &&
      from + index + named.length > start &&
      !(/^\d/.test(named) && SENT_THERE.test(text.slice(Math.max(0, from + index - LONGEST_NAME), from + index))),
  )
}

/** Each has a word of Latin letters. */
const MAY_HOLD = /[a-z]{2}/iu

/** Of a way with a number in front: 42 Maple Avenue; with the door in front of it. */
export const findEnglishAddresses = (text: string): Span[] =>
  (isIn(text, MAY_HOLD) ? [...ENGLISH, SAID, IN_PARTS, OF_VILLAGE, SMALL, HOUSE_AND_ROOM] : []).flatMap((pattern) =>
    matchesIn(text, pattern)
      .filter(
        ({ 0: whole, index }) =>
          !isNobodysWay(text, index, index + whole.length) && (pattern !== IN_PARTS || isInParts(whole)),
      )
      .flatMap(({ 0: whole, index }): Span[] => {
        const end = index + whole.length
        return [{ kind: 'address', start: index, end, mask: '***' }, ...zipBehind(text, end)]
      }),
  )
