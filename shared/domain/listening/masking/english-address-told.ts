import { isNobodysWay } from './english-address.ts'
import { isIn } from './may-match.ts'
import { matchesWhere, type Needy, type Span } from './span.ts'

/** Where people live whose houses have no number, or whose ways no word ends: boxes, farms, homes, lots, and ways as they are said. */
const CAPITAL = "[A-Z][\\w'’-]{1,20}"
const NUMBER = '\\d{1,4}[A-Za-z]?'
const WAY =
  '(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Close|Court|Ct|Way|Place|Pl|Terrace|Crescent|Approach|Row|Hill|Parade|Green|Walk)'
const FARM =
  '(?:Farm|Farmhouse|Barns?|Cottages?|Lodge|Mill|Manor|Hall|House|Croft|Bungalow|Rectory|Vicarage|Grange|Caravan Park|Holiday Park|Yard|Steading)'
/** As houses are called in Wales, where a code of the post stands behind. */
const OF_WALES =
  '(?:Ty|Tyddyn|Pen|Llys|Maes|Heol|Ffordd|Bryn|Plas|Cae|Nant|Mawr|Fawr|Isaf|Uchaf|Bach|Gwyn|Newydd|Ganol|Wen|Coch)'
const POSTCODE = '[A-Z]{1,2}\\d{1,2}[A-Z]? \\d[A-Z]{2}'
/** Where somebody lives; and where something goes as well. */
const LIVED_IN =
  "(?<![A-Za-z])(?:(?:[Ll]iv(?:es?|ed|ing)|(?:nan|mum|mom|dad|son|daughter|sister|brother|gran|aunt|uncle)['’]s) (?:at|in)|[Aa]ddress(?: is| was|:)?)"
const GOES_THERE = `(?:${LIVED_IN}|(?<![A-Za-z])(?:[Ss]en[dt]|[Dd]eliver(?:ed)?|[Pp]ost(?:ed)?|[Ss]hip(?:ped)?|[Ww]ent|[Mm]oved)(?: (?:it|them|this|that|out|back|over|everything))? to)`
const told = (needs: RegExp, source: string, flags = 'gu'): Needy => ({ needs, pattern: new RegExp(source, flags) })
const PATTERNS: readonly Needy[] = [
  // PO Box 1173, RR 2 Box 118, Unit 45013 Box 2286.
  told(
    /box \d/iu,
    '(?<![a-z])(?:(?:rr|route|unit|psc|cmr|hc) \\d{1,5},? )?(?:p\\.? ?o\\.? )box \\d{1,6}(?![\\d*])|(?<![a-z])(?:r\\.? ?r\\.?|unit|psc|cmr|hc) \\d{1,5},? box \\d{1,6}(?![\\d*])',
    'giu',
  ),
  // County Rd 340, second gate past the church; Highway 9 Lot 14.
  told(
    /(?:R(?:oa)?d|Highway|Hwy|Route|Rte) \d/u,
    `(?<![A-Za-z])(?:(?:County|State|Farm|Ranch|Township) R(?:oa)?d|Highway|Hwy|Route|Rte) \\d{1,4},? (?:(?:[Ll]ot|[Uu]nit|[Tt]railer|#) ?\\d{1,4}[A-Z]?|(?:the )?(?:first|second|third|last|next|green|white|red|blue|old|big|yellow) [a-z ]{3,40}(?=,|\\.|$))`,
  ),
  // round the back of Tyddyn Mawr Farm, LL55 3PN; collect from Penrhos Isaf, SY22 5JQ.
  told(
    / \d[A-Z]{2}(?![A-Za-z])/u,
    `(?<=(?:from|of|to|at|is|it['’]s|for|address:?|^|[,:\\n]) )(?=[^,\\n]{0,60}(?:${FARM}|${OF_WALES})(?![a-z]))(?:The )?(?:${CAPITAL} ){0,4}${CAPITAL}(?:, (?:${CAPITAL} ){0,2}${CAPITAL}){0,2}(?=,? ${POSTCODE}(?![A-Za-z]))`,
  ),
  // Barn 2, Hollins Farm, Dirty Lane.
  told(
    new RegExp(FARM, 'u'),
    `(?<![\\w*])(?:Barn|Unit|Plot|Pitch|Caravan|Chalet|Lodge|Cottage|Flat|Lot|Berth) ${NUMBER}, (?:${CAPITAL} ){1,3}${FARM}(?:, (?:${CAPITAL} ){1,3}${WAY}(?![a-z]))?`,
  ),
  // Rose Cottage, Church Lane; The Old Forge, Mill Lane: the name of a house, and its way.
  told(
    /(?:Cottage|Farm|Farmhouse|Lodge|Barn|Rectory|Vicarage|Bungalow|Forge|Croft|Grange|Manor|Gatehouse|Mill), [A-Z]/u,
    `(?<![\\w*])(?:[Tt]he )?(?:${CAPITAL} ){0,3}(?:Cottages?|Farm|Farmhouse|Lodge|Barns?|Rectory|Vicarage|Bungalow|Forge|Croft|Grange|Manor|Gatehouse|Mill), (?:${CAPITAL} ){1,2}(?:Lane|Road|Street|Hill|Green|End|Close|Row|Walk|Way|Drive|Avenue|Terrace|Approach|Bank|Common|Drove)(?![a-z])`,
  ),
  // went to 3 Mill Lade, Linlithgow Bridge: ways that no other word ends, where something is sent or somebody lives.
  told(
    /\d[A-Za-z]? [A-Z][a-z]/u,
    `(?<=(?<![A-Za-z])(?:to|at|from|address(?: is|:)?) )\\d{1,4}[A-Za-z]? (?:${CAPITAL} ){1,2}(?:Lade|Loan|Gate|View|Park|Bank|Brow|Side|Edge|Cottages|Fields?|Meadows?|Mount|Grange|Garth|Leys|Croft|Drove|Chase|Glade|Dell|Heights|Vennel|Nook|Reach|Mead|Hey|Dene|Knoll|Orchard|Path|Passage|Ride|Spinney|Warren|Common|Cliff|Walk|Loop|Trail|Ridge|Cove)(?![a-z])`,
  ),
  // lives at 7 The Paddock: no word ends the way, but somebody lives there or something is sent there.
  told(
    / \d{1,4}[A-Za-z]? [A-Z][a-z]+ [A-Z]/u,
    `(?<=${GOES_THERE} )\\d{1,4}[A-Za-z]? (?:The [A-Z][a-z'’-]{2,20}|[A-Z][a-z'’-]{2,20} [A-Z][a-z'’-]{2,20})(?: [A-Z][a-z'’-]{2,20})?(?=$|[,.;\\n])`,
  ),
  // send to The Hollies, Chapel Brow; my nan's at Ivy Bank, Station Road. Of shops much is sent to and from.
  told(
    /[A-Z][a-z'’]+, [A-Z]/u,
    `(?:(?<=${LIVED_IN} )(?:[Tt]he )?|(?<=${GOES_THERE} )The )(?:${CAPITAL} ){0,2}${CAPITAL}, (?:${CAPITAL} ){1,2}(?:${WAY}|Brow|Bank|End|Side|Common|Gate|Mews|Square)(?![a-z])`,
  ),
  // 5 Bryn Awel, Bethesda: as ways are called in Wales.
  told(
    / (?:Bryn|Maes|Heol|Ffordd|Cae|Llys|Trem|Tan|Rhiw|Stryd|Gerddi|Lon|Rhodfa|Clos) /u,
    `(?<![\\w*.:])\\d{1,3}[a-z]? (?:Bryn|Maes|Heol|Ffordd|Cae|Llys|Trem|Tan|Rhiw|Stryd|Gerddi|Lon|Rhodfa|Clos)(?: (?:y |yr )?${CAPITAL}){1,2}(?=$|[,.;\\n])`,
  ),
  // Block D room 9.
  told(
    /[Bb]lock [A-Z\d]/u,
    '(?<![A-Za-z])[Bb]lock [A-Z\\d]{1,2},? (?:[Rr]oom|[Ff]lat|[Dd]oor) [A-Z]?\\d{1,4}(?=$|[,.;\\n])',
  ),
  // room 312 at Oakmead Care Home, Station Approach.
  told(
    /(?:room|ward|bed|flat) \w{1,5} (?:at|in|of) [A-Z]/iu,
    `(?<![A-Za-z])(?:[Rr]oom|[Ww]ard|[Bb]ed|[Ff]lat) \\w{1,5} (?:at|in|of) (?:the )?(?:${CAPITAL} ){1,3}(?:Home|Hospital|House|Hotel|Lodge|Court|Hall|Infirmary|Hospice|Inn)(?![a-z])(?:, (?:${CAPITAL} ){1,3}${WAY}(?![a-z]))?`,
  ),
  // Room 318, Fenwick Hall.
  told(
    /(?:[Rr]oom|[Rr]m|[Ff]lat) \w{1,5}, [A-Z]/u,
    `(?<![A-Za-z])(?:[Rr]oom|[Rr]m|[Ff]lat) [A-Z]?\\d{1,4}[A-Z]?, (?:${CAPITAL} ){1,3}(?:Halls?|House|Lodge|Court|Hospital|Hotel|Tower|Mansions?|Infirmary|(?:Care|Nursing|Rest) Home)(?![a-z])`,
  ),
  // our house is Rosemount, Back Lane.
  told(
    /(?:house|cottage|bungalow|place|farm)(?:['’]s| is) (?:called )?[A-Z]/u,
    `(?<=(?:house|cottage|bungalow|place|farm)(?:['’]s| is) (?:called )?)(?:${CAPITAL} ){0,2}${CAPITAL}, (?:${CAPITAL} ){1,2}${WAY}(?![a-z])`,
  ),
  // he lives in the flat above the chemist.
  told(
    /(?:flat|rooms?|place) (?:above|over|behind|below) /u,
    "(?<=(?:lives?|living|staying|am|is|['’]m|['’]s) (?:in|at) )the (?:flat|rooms?|place) (?:above|over|behind|below) the (?:[a-z'’]{3,14} ){0,2}[a-z'’]{3,14}(?=,|\\.|$)",
  ),
  // Hartley Hall room C214.
  told(
    /(?:room|rm|flat) [A-Z]?\d/iu,
    `(?<![\\w*])(?:${CAPITAL} ){1,3}(?:Halls?|Hotel|Inn|Hospital|Dorms?|Residence|College),? (?:[Rr]oom|[Rr]m|[Ff]lat) [A-Z]?\\d{1,4}[A-Z]?(?![\\w*])`,
  ),
  // 911 South Hickory, apartment 206.
  told(
    /, (?:apartment|apt|unit|suite)/iu,
    `(?<![\\w*.])\\d{2,5} (?:(?:North|South|East|West|[NSEW]\\.?) )?(?:${CAPITAL} ){0,2}${CAPITAL}, (?:[Aa]partment|[Aa]pt\\.?|[Uu]nit|[Ss]uite) #?\\w{1,5}(?![\\w*])`,
  ),
  // 62 Sycamore Ter, 1180 Laurel Cir.
  told(
    /\d[A-Za-z]? [A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:Ter|Cir|Trl|Cv|Pike|Wynd|Brae|Approach|Fold|Xing)(?![a-z])/u,
    `(?<![\\w*.])\\d{1,5}[A-Za-z]? (?:(?:North|South|East|West|[NSEW]\\.?|Old|Upper|Lower) )?(?:${CAPITAL} ){1,2}(?:Ter|Cir|Trl|Cv|Pike|Wynd|Brae|Approach|Fold|Xing)(?![a-z])\\.?(?: (?:Apt|Unit|#) ?\\w{1,5})?(?!\\s(?:print|game|set|shirt|dress|pack|shoes?|boots?|book|ticket))`,
  ),
  // at a 112 byres road, top left; leave it at number 41 station parade.
  told(
    /\d [a-z]{3,}/u,
    `(?<=(?<![a-z])(?:at|to|in|from|is|it['’]s|we['’]re|i['’]m|address)(?: (?:a|an|at))* |^)(?:a |number |no\\.? |hundred and )*\\d{1,4}[a-z]?,? (?!(?:under|over|along|across|beside|behind|near|down|up|into|onto|off|the|this|that|minutes?|mins?|hours?|days?|miles?|per|of|by|more|new|old|lanes?|metres?|pairs?|packs?|people|pieces?|items?|pm|am|inch|square)(?![a-z]))(?:[a-z'’]{3,14} ){1,2}(?:road|street|avenue|lane|close|crescent|terrace|grove|gardens|mews|parade|place|rise|square|wynd|brae|approach|broadway|walk)(?![a-z])(?:, (?:top|ground|first|second|third|basement) (?:left|right|floor|flat))?(?! (?:bikes?|shoes?|maps?|trip|legal|tax|sign|works?|side|lamps?|centre|furniture|chairs?))`,
  ),
  // it's upper brook cottage, chapel lane.
  told(
    /(?:cottage|farm|lodge|barn|mill|bungalow|manor|croft|rectory|vicarage|grange|house), /u,
    "(?<=(?<![a-z])(?:it['’]s|at|to|from|is|address|we['’]re) )(?:[a-z'’]{2,14} ){1,3}(?:cottage|farm|lodge|barn|mill|bungalow|manor|croft|rectory|vicarage|grange|house), (?:[a-z'’]{3,14} ){1,2}(?:lane|road|street|close|drive|hill|green|way|row)(?![a-z])",
  ),
]

/** Each has words of Latin letters. */
const MAY_HOLD = /[a-z]{2}[ ,]/iu

/** In a text whose spoken digits are plain. */
export const englishAddressesTold = (text: string): Span[] =>
  (isIn(text, MAY_HOLD) ? PATTERNS.flatMap((needy) => matchesWhere(text, needy)) : [])
    .filter(({ 0: place, index }) => !isNobodysWay(text, index, index + place.length))
    .map(({ 0: place, index }): Span => ({ kind: 'address', start: index, end: index + place.length, mask: '***' }))
