import { englishNames } from './english-name.ts'
import { FIRM_BEHIND, isNoNameWord, isOfGoods, NO_NAME, NOBODY } from './latin-words.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'

/** A text speaks of so many people at most. */
const MOST_NAMES = 8
/** What a name in English stands behind. */
export const ENGLISH_CUE =
  "(?:(?:my|her|his|their) (?:full |first |last |legal )?name(?:'s|’s| is)|(?<=(?:^|[,.!?，。：:\\n])\\s?)name(?:'s|’s| is)|(?:(?<!(?:product|file|item|brand|model|shop|store|domain|host|style|colou?r|folder) )name|recipient|customer|consignee|account holder|cardholder|addressee|contact)[:=]|name on the (?:account|order|card|package|parcel) is|under the name(?: of)?|(?:he|she)'s called|am i speaking (?:to|with)|i'm speaking (?:to|with)|signed by|addressed to)"
const ENGLISH_WORD = "[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]{1,14}"
const SURELY_ENGLISH = new RegExp(
  `(?<=[\\s=])(?=[a-zà-öø-ÿ])(?<=(?<![a-z])${ENGLISH_CUE}(?:\\s|(?<==))(?:(?:mr|mrs|ms|miss|mdm|dr)\\.?\\s)?)(?!(?:mr|mrs|ms|miss|mdm|dr)\\.?\\s)(${ENGLISH_WORD})(\\s${ENGLISH_WORD})?(?![a-z*])`,
  'giu',
)
const PERHAPS_ENGLISH =
  /(?=[A-Z])(?<=(?:(?<!\b(?:product|brand|model|file|shop|store|item|user|domain|host) )\b[Nn]ame|\b[Rr]ecipient|\b[Cc]onsignee|\b[Tt]his is|\bI(?:'|’)m|\bI am|\b[Ii]t(?:'|’)s)\s)([A-Z][a-zà-öø-ÿ]+)(\s[A-Z][a-zà-öø-ÿ]+|(?=\s(?:speaking|calling|here|from|again)\b))(?![a-zà-öø-ÿ*])/gu
/** Who takes in a parcel: written so, without a capital, behind «signed by», nobody's name. */
const ROLE =
  /^(?:front|desk|mail|mailroom|concierge|security|doorman|porter|guard|lobby|warehouse|staff|family|household|roommate|flatmate|housemate|landlord|landlady|tenant|building|management|manager|house|receptionist|janitor|caretaker|cleaner|nanny|maid|driver|courier|hand|hotel|school|shop|store|office|post|counter|locker|night|duty|team|admin|kids?|son|daughter|wife|husband|mum|mom|dad|mother|father|brother|sister|aunt|uncle|grandma|grandpa|friend|colleague|boss|secretary|assistant|helper|carer|partner|another|head)$/u
const SIGNED_BY = /(?:signed by|addressed to)[\s:]*$/iu
/** How one is reached. */
const WAY_TO_REACH = /^(?:post|phone|text|letter|mobile|chat|app|only|either|any|both)$/u
const CONTACT = /contact[:=]\s*$/iu
/** Said of the name itself. */
const OF_A_NAME = /^(?:one|two|three) (?:word|letter|name|part)/u
const isRole = (front: string, words: string): boolean =>
  OF_A_NAME.test(words) ||
  (SIGNED_BY.test(front) && ROLE.test(firstOf(words))) ||
  (CONTACT.test(front) && WAY_TO_REACH.test(firstOf(words)))
const firstOf = (words: string): string => /^[\p{L}'’-]*/u.exec(words)?.[0] ?? ''
/** Whom somebody spoke to, or who somebody is: two words or more with capitals stand behind. */
const CAPITALS = "[A-Z][\\p{L}'’-]{1,20}"
const TITLE = '(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Mister|Dr|Prof)\\.?'
const TITLED = new RegExp(
  `(?=[A-Z])(?<=(?<![\\p{L}])${TITLE}\\s)(${CAPITALS}(?:\\s${CAPITALS})?)(?=\\s${CAPITALS}(?![\\p{L}*]))`,
  'gu',
)
/** Who somebody is, in front of a name with capitals. */
export const SOMEBODY =
  "(?:[Cc]ontact person|(?:[Rr]eceiver|[Ss]ender|[Pp]ayer|[Ii]nsured|[Ss]old to|[Bb]ill(?:ed|ing)? to|[Dd]eliver to|[Ss]hip(?:ped|ping)? to)(?=\\s?[:：=])|[Dd]ear|(?:[Pp]ut|[Bb]ook(?:ed)?|[Rr]egister(?:ed)?|[Ll]isted|[Hh]old|[Hh]eld|[Kk]eep|[Kk]ept|[Ff]iled|[Oo]rder(?:ed)?|[Pp]arcel)(?: (?:it|this|that|them|is|are|was))? under|(?:[Rr]ecipient|[Cc]onsignee|[Aa]ddressee|[Rr]eceiver|[Cc]ontact|[Nn]ame) (?:should|must|will|has to) be|[Nn]ame on the (?:ticket|booking|account|passport) should be|[Hh]older|[Oo]n behalf of|[Bb]ooked as|[Mm]ade out to|[Ss]ign(?:ed)? (?:it )?over to|goes by|[Aa]ccount of|[Ii]nvoiced? to|[Ss]pok(?:e|en) (?:to|with)|[Ss]peaking (?:to|with)|[Tt]alk(?:ed|ing) (?:to|with)|[Aa]sk(?:ed)? for|[Aa]ttn|[Cc]/o|[Ss]igned (?:for )?by|(?:[Pp]arcel|[Pp]ackage|[Oo]rder|[Dd]elivery)(?: is)? for|(?:him|her)self as|[Ss]igned as|[Ll]eft with|[Cc]ollected by|[Rr]eceived by|[Rr]egistered to|[Bb]elongs to|[Dd]elivered to|[Nn]ame should be|[Ii](?:'|’)?m|[Ii] am|[Tt]his is|[Nn]ame(?:'|’)?s|[Nn]amed|[Ww]ife|[Hh]usband|[Ss]on|[Dd]aughter|[Mm]um|[Mm]om|[Dd]ad|[Mm]other|[Ff]ather|[Bb]rother|[Ss]ister|[Bb]oss|[Cc]arer|[Nn]eighbou?r|[Ll]andlord|[Cc]olleague|[Pp]atient|[Gg]uest|[Vv]isitor|[Aa]pplicant|[Cc]laimant|[Ww]itness|[Bb]earer|[Pp]assenger|[Tt]enant|[Tt]hanks to|[Tt]hank you to|(?:[Ss]aid|[Ss]ays) (?:s?he|they) (?:was|were|is)|[Nn]ame on (?:the )?card (?:reads|says|shows)|[Bb]eneficiary|[Pp]ayee|[Rr]ecipient|[Cc]onsignee|[Cc]ardholder|[Nn]ext of kin)"
const NAMED = new RegExp(
  `(?=[A-Z])(?<=(?<![\\p{L}])${SOMEBODY}(?:\\s?(?:is|[:=,–—-]|called|named))?\\s(?:${TITLE}\\s)?)(?!${TITLE}\\s)(${CAPITALS}(?:\\s${CAPITALS})?)(?=\\s${CAPITALS}(?![\\p{L}*]))`,
  'gu',
)
/** Who called, and what they did. */
const WHO_CALLED = new RegExp(
  `(?=[A-Z])(?<=(?<!\\p{L})(?:[Cc]ustomer|[Cc]lient|[Cc]aller)\\s)(${CAPITALS})(?=\\s${CAPITALS}\\s(?:called|rang|wants?|says?|said|asked|asks|phoned|emailed|wrote|is|was|has|reports?|claims?)(?![a-z]))`,
  'gu',
)
/** The same while its first word is typed. */
export const BEGUN_TITLED = `(?<!\\p{L})${TITLE}\\s[A-Z](?<rest>[\\p{L}'’-]{1,20}\\s?)$`
const CHINESE_CUE =
  '(?:(?:收件|收货|寄件|发件|签收|联系|持卡|开户|乘机|乘车|入住|借款|申请|投保|被保险|受益|付款|下单|预订|预约|同行|经办|委托|陪护|监护|担保|持有)人|旅客|乘客|患者|病人|姓名|户名|英文名|我叫|叫做|名叫|(?<![品店件牌号目司])名字(?:[是叫:：]|(?=[A-Z][a-z])))(?:姓名|名字|英文名|拼音|名)?(?:那?栏?[写填]成?[的了]?(?:拼音|英文名?|全拼)?)?[\\s:：是为叫]{0,3}'
export const BEGUN_BEHIND_CHINESE = `${CHINESE_CUE}[A-Z](?<rest>[A-Za-z'’-]{1,15}(?:[\\s/][A-Za-z'’-]{0,15})?)$`
/** In letters behind Chinese words: 持卡人:HE YUCHEN, 乘机人姓名 LIAO/YUTING. */
const BEHIND_CHINESE = new RegExp(
  `(?=[A-Za-z])(?<!\\w)(?<=${CHINESE_CUE})([A-Za-z][a-z'’-]{1,14}|[A-Z]{2,15})((?:[\\s/][A-Za-z'’-]{2,15}){1,3})(?![\\w*@.])`,
  'gu',
)
/** Called so in the middle of Chinese words: 我叫Tracy, 叫我Tracy就行. */
const ONE_WORD =
  /(?=\s?[A-Z])(?<=我叫|叫我|英文名(?:字)?[是叫:：]?|(?<![品款店歌猫狗]|公司)名字叫)\s?([A-Z][a-z'’-]{2,14})(?=$|[，,。.！!；;\n]|就[行好可]|吧|[，,\s]?(?:电话|手机|微信|邮箱))/gu
/** A car is called like somebody, and whoever is spoken to by what they are: 我叫 Didi, 叫我 Boss. */
const CALLED_FOR =
  /^(?:Uber|Didi|Grab|Lyft|Gojek|Cabify|Bolt|Taxi|Cab|Boss|Sir|Madam|Miss|Lady|Dear|Honey|Darling|Baby|Bro)$/u
/** cardholder MISS A L FAIRHURST: forms are filled in capitals. */
const TITLED_IN_CAPITALS =
  /(?<![A-Za-z])(?:MR|MRS|MISS|MS|DR)\.? ((?:[A-Z]\.? ){0,3}(?!MUSCLE|BEAN|PEPPER|MARTENS|POTATO|MEN|KIPLING|PORKY|DRE|OETKER)[A-Z][A-Z'’-]{2,20})(?: [A-Z][A-Z'’-]{2,20})?(?![A-Za-z])/gu
/** Müller先生: nothing but people is called so. */
const TITLED_IN_CHINESE =
  /(?<![\p{L}\d@._*])(\p{Lu}[\p{Ll}'’-]{2,15}(?: \p{Lu}\p{Ll}{2,15})?)(?=\s?(?:先生|女士|太太)(?![版款牌的们]))/gu
/** Who is asked whether they are: 您是Olivia Carter吗. */
const ASKED =
  /(?=[A-Z])(?<=[您你]是(?:不是)?\s?)([A-Z][a-z'’-]{1,14})((?:\s[A-Z][a-z'’-]{1,15}){1,2})(?=\s?(?:[吗吧么]|本人|先生|女士|小姐|对吧|对吗))/gu
/** At the end of a letter, on a line by itself: Kind regards,⏎Harold Finch. */
const SIGNED = new RegExp(
  `(?=[A-Z])(?<=(?:^|\\n)(?:[^\\n]{0,40}(?:[Rr]egards|[Bb]est wishes|Sincerely|[Yy]ours [a-z]{4,10})[,，.!]?)\\s?\\n\\s?)(${CAPITALS}(?: ${CAPITALS})?)(?= ${CAPITALS}[,.]?\\s?(?:\\n|$))`,
  'gu',
)

/** By one letter and a family, written where somebody signed or is told of: signed for by T. Okafor; the other way round: Sold to Harkness, Ivor. */
const BY_A_LETTER: Needy = {
  needs: / [A-Z]\. ?[A-Z]/u,
  pattern:
    /(?<=(?:[Ss]igned (?:for )?by|[Cc]ollected by|[Rr]eceived by|[Ss]poke (?:to|with)|[Aa]ttn:?|[Ff]or|[Tt]o|[Ff]rom) )([A-Z]\. ?[A-Z][a-z]{2,15})(?![\p{L}*])/gu,
}
const FAMILY_FIRST: Needy = {
  needs: / to [A-Z][a-z]{1,15}, [A-Z]/u,
  pattern:
    /(?<=(?:[Ss]old|[Bb]illed|[Ss]hipped|[Ii]ssued|[Rr]eleased|[Rr]egistered) to )([A-Z][a-z]{2,15}), ([A-Z][a-z]{2,15})(?= per| on|[.;\n]|$)/gu,
}

const LONGEST_FIRM = 40
const BEHIND_TITLE = /(?<![\p{L}])(?:mr|mrs|ms|miss|mdm|dr)\.?\s$/iu
const LONGEST_TITLE = 8
const SPEAKER = /(?:^|[\n.!?,。])\s?customer[:=]\s$/iu
/** Wong Ka Ming: in front of the last of three words with capitals. */
const MIDDLE_NAME = /^\s[A-Z][\p{L}'’-]{1,15}(?=\s[A-Z][\p{L}'’-]{1,15})/u
const LONGEST_SPEAKER = 12

/** Only the first letter stays: of many peoples the last word is the name that is given. */
export function latinNames(text: string): Span[] {
  if (!/\p{Script=Latin}/u.test(text)) return []
  const isNone = (first: string, whole: string, index: number): boolean =>
    NO_NAME.test(first) ||
    (NOBODY.test(first) && !BEHIND_TITLE.test(text.slice(Math.max(0, index - LONGEST_TITLE), index))) ||
    isOfGoods(text.slice(index, index + LONGEST_FIRM)) ||
    isRole(text.slice(Math.max(0, index - LONGEST_SPEAKER - 4), index), text.slice(index, index + LONGEST_FIRM)) ||
    isSaidBySomebody(text, index, whole)
  const surely = matchesIn(text, SURELY_ENGLISH).flatMap(({ 0: whole, 1: first = '', index }) => {
    const middle = MIDDLE_NAME.exec(text.slice(index + first.length))?.[0] ?? ''
    return isNone(first, whole, index) ? [] : [spanOf(index, first + middle)]
  })
  const perhaps = matchesIn(text, PERHAPS_ENGLISH).flatMap(({ 0: whole, 1: first = '', index }) =>
    isNone(first, whole, index) || isNoNameWord(first) ? [] : [spanOf(index, first)],
  )
  const capitals = [
    ...matchesIn(text, TITLED),
    ...matchesIn(text, NAMED),
    ...matchesIn(text, WHO_CALLED),
    ...matchesIn(text, SIGNED),
  ].flatMap(({ 1: name = '', index }) =>
    NOBODY.test(name) ||
    isOfGoods(text.slice(index, index + LONGEST_FIRM)) ||
    FIRM_BEHIND.test(text.slice(index + name.length, index + name.length + LONGEST_FIRM)) ||
    name.split(' ').some(isNoNameWord)
      ? []
      : [spanOf(index, name)],
  )
  const behindChinese = [...matchesIn(text, BEHIND_CHINESE), ...matchesIn(text, ASKED)].flatMap(({ 0: name, index }) =>
    name !== name.toUpperCase() && name.split(/[\s/]/).some((word) => NO_NAME.test(word)) ? [] : [spanOf(index, name)],
  )
  const inCapitals = matchesIn(text, TITLED_IN_CAPITALS).map(({ 0: whole, 1: name = '', index }) => {
    const from = whole.indexOf(name)
    return spanOf(index + from, whole.slice(from))
  })
  const called = [...matchesIn(text, ONE_WORD), ...matchesIn(text, TITLED_IN_CHINESE)].flatMap(
    ({ 0: whole, 1: name = '', index }) =>
      NOBODY.test(name) || NO_NAME.test(name) || CALLED_FOR.test(name)
        ? []
        : [spanOf(index + whole.length - name.length, name)],
  )
  const signed = [...matchesWhere(text, BY_A_LETTER), ...matchesWhere(text, FAMILY_FIRST)].map(({ 0: name, index }) =>
    spanOf(index, name),
  )
  const behindCues = [...inCapitals, ...signed, ...surely, ...perhaps, ...capitals, ...behindChinese, ...called]
  const spans = [
    ...behindCues.map((span) => withRest(text, span)),
    ...englishNames(text).map((span) => behindFilling(text, span)),
  ]
  return [...spans, ...saidAgain(text, spans)]
}

/** Customer: see you at three. Whose turn it is stands in front of what is said, and of a name with capitals. */
const isSaidBySomebody = (text: string, index: number, words: string): boolean =>
  SPEAKER.test(text.slice(Math.max(0, index - LONGEST_SPEAKER), index)) && !/^[A-Z]\S+\s[A-Z]\S*$/.test(words)

const MORE =
  /^(?: (?:(?:van|von|der|den|de|da|del|di|bin|binti|al|el) ){0,2}(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*)){1,3}(?![\p{L}\d@*])/u
const LONGEST_REST = 48

/** It's Greta, uh, Lindqvist. */
const FILLED = /^,? (?:uh|um|er|erm|ah),? (\p{Lu}[\p{Ll}'’-]{2,20})(?![\p{L}\d@*])/u
function behindFilling(text: string, span: Span): Span {
  const filled = FILLED.exec(text.slice(span.end, span.end + LONGEST_REST))
  return filled === null || isNoNameWord(filled[1] ?? '') ? span : { ...span, end: span.end + filled[0].length }
}

/** The words with capitals behind, as far as they are of the name. */
function withRest(text: string, span: Span): Span {
  const rest = MORE.exec(text.slice(span.end, span.end + LONGEST_REST))?.[0] ?? ''
  const words = rest.split(/(?=\s)/u)
  const end = words.findIndex((word) => isNoNameWord(word.trim()))
  return { ...span, end: span.end + words.slice(0, end < 0 ? words.length : end).join('').length }
}

/** Gemma, Gemma Ashdown. */
const saidAgain = (text: string, spans: readonly Span[]): Span[] =>
  [...new Set(spans.map(({ start, end }) => text.slice(start, end)))]
    .filter((name) => /^[A-Z][a-z]{2,}$/.test(name))
    .slice(0, MOST_NAMES)
    .flatMap((name) => [...text.matchAll(new RegExp(`\\b${name}\\b`, 'gu'))].map(({ index }) => spanOf(index, name)))

const spanOf = (start: number, name: string): Span => ({
  kind: 'name',
  start,
  end: start + name.length,
  mask: `${name.charAt(0)}*`,
})
