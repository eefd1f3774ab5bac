import { asGivenName } from './given-names.ts'
import { BRANDS, FIRM_BEHIND, isNoFirstWord, isNoNameWord, isOfBrand, isOfGoods, NOBODY } from './latin-words.ts'
import { isDouble, isLikelyByForm, isLikelyWord } from './likely-name.ts'
import { inSmallLetters, type ManyNames } from './many-names.ts'
import { isIn } from './may-match.ts'
import { smallNames } from './small-name.ts'
import { matchesIn, type Span } from './span.ts'

/**
 * Who is named in English, by what is done with them: introduced, asked for, told of as somebody's, titled, seen to do something or to own something.
 * One word is a name where it is one that people are given; two words where the first of them is, or where it is said outright that a name follows.
 */
const LETTER = "(?:(?!\\p{Script=Han})[\\p{L}'’])"
const CAPITAL = `\\p{Lu}${LETTER}*(?:-(?:\\p{Lu}|al-|\\p{Ll}{2,5}(?![\\p{L}-]))${LETTER}*)*`
const PARTICLE =
  '(?:(?:van|von|der|den|de|da|del|della|dos|di|la|le|bin|binti|al|el|ap|ab|st)\\s|(?:al|el|ul|ad|as)-){1,2}'
/** Of a title or of one letter; any other ends a sentence. */
const STOP = '(?:(?<=(?<!\\p{L})(?:\\p{Lu}|Mrs?|Ms|Dr|Prof|Rev|Sgt|Cpl|Lt|Pte))\\.)?'
const RUN = new RegExp(
  `(?=\\p{Lu})(?<![\\p{Script=Latin}\\d@._*])${CAPITAL}(?:${STOP} (?:${PARTICLE})?${CAPITAL}){0,4}(?![\\p{Script=Latin}\\d@*_])`,
  'gu',
)
const TITLE =
  /^(?:Mr|Mrs|Ms|Miss|Mdm|Madam|Madame|Mme|Mlle|Monsieur|Herr|Frau|Se[ñn]ora?|Signora?|Mister|Dr|Doctor|Prof|Professor|Rev|Reverend|Pastor|Rabbi|Imam|Deacon|Cllr|Councillor|Sgt|Cpl|Lt|Pte)$/u
/** Behind these a family stands, wherever it is not what goods, songs and shops are called. */
const TITLE_OF_ANY = /^(?:Mr|Mrs|Ms|Mme|Mlle|Herr|Frau)$/u
const TITLED_GOODS =
  /^(?:Muscle|Pepper|Sheen|Kipling|Porter|Coffee|Potato|Bean|Men|Men['’]s|Bubbles|Whippy|Freeze|Tickle|Bump|Happy|Grumpy|Blobby|Robot|Tumble|Clean|Right|Big|Beast|Brightside|Bombastic|Blue|Hinch|Doubtfire|Crimbles|Elswood|Claus|Doyle['’]s|Brown['’]s|Beeton|Meyer|Meyer['’]s|Universe|World|Selfridge|Dior|Chief|President|Speaker|Chairman|Chair|Marvel|Pac-?Man|Pacman|Monopoly|Gaga|PacMan|Maserati|Cool|Sandman|Postman|Motivator|Men)$/u
const START = '(?<![\\p{L}\\d])'
const OWN = "(?:my|me|his|her|their|our|your|the|an?|(?:customer|caller|client|user|account holder)['’]s)"
const PEOPLE =
  '(?:wife|husband|partner|son|daughter|mum|mom|mam|dad|mother|father|brother|sister|aunt|auntie|uncle|nan|gran|grandma|grandad|grandpa|grandmother|grandfather|grandson|granddaughter|niece|nephew|cousin|boss|carer|nurse|neighbou?r|landlord|landlady|lodger|tenant|flatmate|housemate|roommate|friend|mate|colleague|assistant|pa|agent|adviser|advisor|rep|manager|supervisor|team leader|driver|courier|engineer|fitter|installer|technician|receptionist|secretary|cleaner|nanny|girlfriend|boyfriend|fianc[eé]e?|ex|customer|caller|client|patient|guest|passenger|buyer|seller|sender|receiver|recipient|consignee|addressee|account holder|cardholder|contact|payee|holder|named?)'
/** Who speaks, or is said to be somebody. */
const INTRODUCED = new RegExp(
  `${START}(?:i['’]?m|i am|this is|my name['’]?s|name['’]?s|(?:full |first |last )?name(?: is|:)|call me|(?:go(?:es)? by|known as|called|named)|(?:sp(?:eak|oke|oken|eaking)|talk(?:ed|ing)?|dealt|dealing|chatt(?:ed|ing)) (?:to|with|w\\/))\\s$`,
  'iu',
)
/** Behind these a single word must be a name for certain. */
const IS_WEAK = new RegExp(`${START}(?:called|named)\\s$`, 'iu')
/** It says outright that a name follows. */
const NAMED = new RegExp(
  `${START}(?:(?:sur|family |last |first |maiden |middle )?name(?:['’]s| is|:)|go(?:es)? by|call me|known as|answers to)\\s$`,
  'iu',
)
/** A product has a name as well. */
const OF_THING =
  /(?:product|file|item|brand|model|shop|store|domain|host|style|colou?r|folder|user|screen|dog|cat|street|company|team|project)(?:['’]s)? \S{0,3}name\S{0,3}\s?\S{0,3}$/iu
/** It is some word, too: it's Victoria here. */
const IT_IS = new RegExp(`${START}(?:it['’]?s|it is|that['’]?s|here['’]?s)\\s$`, 'iu')
const SPEAKS =
  /^,? (?:here|speaking|you can (?:get|reach|call|ring|text)|calling|from|again|on the (?:line|phone))(?![a-z])/iu
/** Who is spoken to, asked for or got hold of. */
const ASKED_FOR = new RegExp(
  `${START}(?:ask(?:ed|ing|s)? for|(?:put|pass|transfer|connect|hand)(?:ed|ing)? (?:me |her |him |us |them |it |the (?:call|phone) |you )?(?:through |on |over |back )?to|(?:call|ring|phone|text|email|e-mail|message|contact|tell|told|remind|notify|inform|reach|meet|met|thanks?|thank you|find) (?:back )?|hi|hello|hey|dear|good (?:morning|afternoon|evening)|attn|fao|for the attention of|c/o|care of|promised by|served by|answered by|signed (?:for )?by|(?:placed|booked|collected|taken|made|given|left|opened|written|sent|received|paid|ordered|picked up) by)[\\s:,]{0,2}$`,
  'iu',
)
const TOLD_OF = new RegExp(
  `${START}(?:${OWN} (?:[a-z-]+ )?)?${PEOPLE}(?: is| was| called| named|['’]s name is)?[,:]?\\s$`,
  'iu',
)
/** The same in Chinese words: 客户Nadeem说, Tazegül先生. */
const TOLD_IN_CHINESE =
  /(?:[客用]户|顾客|会员|[旅乘]客|客人|租客|司机|师傅|老[公婆]|丈夫|妻子|同[事学]|朋友|邻居|领导|经理|客服|坐席|[名我她他]叫|找|联系|转[给交])\s?$/u
const TITLED_IN_CHINESE = /^\s?(?:先生|女士|小姐|太太|本人)/u
/** What goes to somebody: much else does as well. */
const GOES_TO = new RegExp(
  `${START}(?:(?:deliver(?:ed|y)?|sent|send|ship(?:ped)?|post(?:ed)?|address(?:ed)?|return(?:ed)?|refund(?:ed|s)?|pay(?:able|ment)?|paid|go|goes|went|going|belongs?|registered|transferred|made out|give[ns]?|gave|hand(?:ed)?)(?: (?:it|this|that|them|back|over|out))? to|(?:parcel|package|order|delivery|booking|account|invoice|message|note|card|present|gift|appointment|box|letter|refund) (?:is |was )?(?:for|under)|under(?: the name(?: of)?)?|in the name of|on behalf of|is in)\\s$`,
  'iu',
)
/** What somebody does. */
const DOES =
  /^,? (?:signed|prescribed|confirmed|called|rang|phoned|texted|emailed|wrote|calls|rings|says|said|wants|wanted|asked|asks|told|tells|complain(?:s|ed)|insists|insisted|thinks|lives|ordered|bought|agreed|waited|hung up|moved|refuses?|refused|threatened|prefers?|reports?|reported|promised|may|has|is (?:away|abroad)|will (?:pick|collect|call|ring|sign)|can (?:pick|collect|sign)|is (?:calling|not happy|unhappy|upset|waiting|asking|my|her|his)|was (?:told|promised)|would like|['’]d like)(?![a-z])/iu
/** What somebody has. */
const HAS =
  /^['’]s (?:account|order|parcel|package|phone|mobile|number|email|e-mail|address|card|name|wife|husband|partner|mum|mom|dad|son|daughter|line|refund|delivery|house|flat|place|booking|birthday|call|complaint|details|doorbell|neighbou?r|basket|invoice|mother|father|brother|sister)(?![a-z])/iu
/** Behind a title and one word, where it is no name of goods: Mrs Doubtfire mask. */
const IS_OF_TITLED =
  /^(?:$|['’]s?\s|[\n,.!?;:)…]|\s?[-–—(]|\s(?:again|about|on|at|and|or|in|is|was|of|from|regarding|re|please|not|for|to|who|with|has|had|will|can|would|wo|ca|called|rang|moved|wants?|wanted|lives?|said|says|asked|asks|came|went|left|needs?|elderly|disabled|deaf|vulnerable|upset|happy|unhappy|aged|who['’]s|twice|by|but|because|as|before|after|then|tomorrow|today|yesterday|this|the|never|always|still|himself|herself)(?![a-z]))/u
/** How they are reached stands beside it, masked already. */
const REACHED =
  /^[\s,;:/|(–-]{1,3}(?:(?:on|at|tel|phone|mobile|mob|ph|cell|email|e-mail)[.:]?\s?)?[(+]?(?:\d{0,4}\*{4}|[a-z\d]\*{3}@)/iu
/** Saints, places, tools and goods that are called like somebody: Marks and Spencer, Allen key, Isle of Lewis, Juliet balcony. */
const NOT_OF_SOMEBODY =
  /(?<!\p{L})(?:(?:Romeo|Punch|Marks) (?:and|&)|[A-Z] (?:as in|for|like)|(?:[Ii]sle|[Cc]ounty|[Ll]ake|[Ss]t|[Ss]aint|[Pp]ort|[Mm]ount|[Ff]ort) (?:of )?)\s?$/u
const GOODS_BEHIND =
  /^(?:['’]s)?,? (?:bank|Boss|(?:&|and) (?:Jerry|Jerry['’]s|Spencer|Gabbana)|the Tank|hoover|keys?(?![a-z])|balcony|dress|skirt|top|cot|lamp|chair|wheels|jugs?|Tell|of the Dead|sofa|bed|sideboard|wardrobe|table|boots?|shoes?|jeans|coat|jacket|bag|won['’]t (?:turn|switch|start|charge|suck)|edition|costume|poster|album|mug|doll|shirt|copy|shaver|range|collection)(?![a-z])|^-\d/u
/** Whom books, songs and shows are by, and a password or a handle that holds a name. */
const OF_A_WORK =
  /(?:(?<![a-z])(?:books?|novels?|author|album|film|movie|series|track|starring|singer|vinyl|soundtrack|biography|fans? of|concert|tour|tickets? (?:for|to)|quot(?:e|es|ed|ing)|poems?|works? of|title|cd|dvd|single) (?:\S+ ){0,3}["“]?|[&#@_~+/\\-])$/iu
const WORK_BEHIND =
  /^(?:["”]?,? (?:books?|novels?|albums?|films?|movies?|series|tickets?|concert|tour|box ?set|dvds?|cds?|vinyl|posters?|audiobook|on (?:dvd|blu-?ray|cd|vinyl|disc)|and friends|style|brand|grill|mattress|wreath|rice|eggs|singers|alert|green)(?![a-z])|[&_#@~+]|-\p{L}|\.\p{L})/iu
/** Counties and islands among them, and what a book, a film or a record is by. */
const IN_A_PLACE = /(?<![a-z])(?:in|at|near|around|across|from|to|box in|by)\s$/iu
/** What may lead to a name nobody thought of, where it ends there: ask for Baz; buzz "Fitz"; guest Castellanos; this is Thandiwe, */
const LEADS_TO_ANY = new RegExp(
  `${START}(?:ask(?:ed|ing|s)? for|buzz|guest|cust(?:omer)?(?: name)?:|(?:calling|ringing|phoning|ordered|picking up|pickup|collecting|signing) for|neighbou?r|(?:my|her|his|their) (?:dad|mum|mom|husband|wife|partner|son|daughter|sister|brother),?|(?:put|booked|listed|filed|it['’]?s) (?:it |that |this )?under|under|recipient|signed|owner|(?:spoke|speak|spoken|talked) w\\/|(?:gift|present) (?:is )?for|this is|it['’]?s me,?|sgt|sergeant|capt(?:ain)?|rev|cust(?:omer)?|caller|c\\/o|attn:?|spelling:?|correct sp(?:elling)?:|misspelt:?|formerly|née|mother of|father of|parent of|chat with|payer|policyholder|insured|power of attorney:?|poa:?|third[- ]party authority:?|authori[sz]ed:?|put it in as|cc|fao|msg from|message (?:from|for)|escalated to|(?:could|can)n['’]t find|regards,?|booking under|reservation under|appointment for|booked for|executor|payee|pastor|is that|she uses|he uses|(?:last|first|family|sur) ?name,?|in the name|i? ?insists it['’]s|amend:? it['’]s)\\s["“]?$`,
  'iu',
)
const ENDS_THERE =
  /^(?:$|["”]|[\n,.!?;:)，。]|['’]s?\s(?!\p{Lu})|\s(?:may|should|must|does|prefers?|reports?|threatened|refuses|ended|not|on|at|w\/|and|or|again|please|about|from|tried|wants?|called|rang|says?|said|is|will|has|here|speaking|tomorrow|today|tonight|this|that|vs|or|but|to|with|who|never|can|can['’]t|won['’]t|wasn['’]t|isn['’]t|didn['’]t|doesn['’]t|passed|died|went|had|have|got|gets|came|lives?|needs?|thinks?|knows|paid|sent|took|left|signed|ordered|booked|in|-|–)(?![a-z])|\s[([–-]|\s?[/|]\s)/u
/** Whom people thank, where goods go to, and what is asked for besides people. */
const NO_ONE =
  /^(?:Sky|Vodafone|Barclays|Amazon|Argos|Currys|Halifax|Evri|Monzo|Santander|Hermes|Lloyds|Natwest|NatWest|Nationwide|Starling|Revolut|Klarna|Paypal|PayPal|Yodel|Parcelforce|Fedex|FedEx|Tesco|Asda|Aldi|Lidl|Sainsburys|Morrisons|Waitrose|Ocado|Talktalk|TalkTalk|Plusnet|Octopus|Aviva|Admiral|Allianz|Verizon|Comcast|Xfinity|Walmart|Costco|Chase|Citi|Experian|Equifax|Ofcom|Ofgem|Ikea|Wayfair|Ebay|Whisky|Whiskey|Rum|Brandy|Cheddar|Gouda|Parmesan|Operator|Trainer|Care|Services?|Relations|Support|Success|Experience|Team|Tracking|Refunds?|Delivery|Details|Updates|God|Goodness|Heaven|Christ|Jesus|Allah|Lord|Norway|Ireland|Nigeria|Finland|Sweden|Denmark|Poland|France|Germany|Spain|Italy|Iceland|Scotland|Wales|England|India|China|Japan|Australia|Canada|America|Europe|Africa|Asia|London|Dublin|Leeds|Perth|Mumbai|Pune|Lagos|Kano|Samaritans|Lifeline|Bluetooth|WiFi|Klarna|UPI|Returns|Billing|Sales|Reception|Mummy|Daddy|Mum|Dad|Grandma|Grandad|Nana|Gran|Nan|Nurse|Bourbon|Brexit|Boss|Terminal|Tuesday|Easter|Ramadan|Diwali|British|Irish|Welsh|Scottish|Polish|Chinese|Indian|Muslim|Christian|Version|Type|Size|Model|Sir|Madam|Monday)$/u
const IS_WORD_OF_LETTERS = /^\p{Lu}[\p{Ll}’']{1,}(?:-\p{Lu}\p{Ll}+)?$/u
const [FARTHEST, NEXT] = [60, 32]

interface Word {
  readonly word: string
  readonly start: number
}

/** Of each name its first letter stays. In a text whose numbers are masked. `many`: a longer list of names than the rules have. */
export const englishNames = (text: string, many?: ManyNames): Span[] => [
  ...matchesIn(text, RUN).flatMap(({ 0: run, index }) => namesOf(text, wordsOf(run, index), many)),
  ...spelledNames(text),
  ...(isIn(text, SAID)
    ? [...matchesIn(text, SAID_SMALL).flatMap((match) => smallName(match, many)), ...smallNames(text, many)]
    : []),
]

const wordsOf = (run: string, index: number): Word[] =>
  [...run.matchAll(/[^\s.]+/gu)].map(({ 0: word, index: at }) => ({ word, start: index + at }))

function namesOf(text: string, words: readonly Word[], many: ManyNames | undefined): Span[] {
  const titled = words.findIndex(({ word }) => TITLE.test(word))
  const from = titled >= 0 ? titled + 1 : words.findIndex(({ word }) => !isNoFirstWord(word))
  const name = from < 0 ? [] : upToNoName(words.slice(from))
  const initials = titled >= 0 || from < 0 ? 0 : initialsBefore(words.slice(0, from))
  const [first, last] = [name[0], name.at(-1)]
  if (first === undefined || last === undefined || name.every(({ word }) => word.length === 1)) return []
  const end = last.start + last.word.replace(/['’]s?$/u, '').length
  const front = text.slice(
    Math.max(0, (titled >= 0 ? (words[titled]?.start ?? 0) : first.start) - FARTHEST),
    first.start,
  )
  const said = {
    many,
    name,
    front: titled >= 0 ? front.replace(/\S+\s$/u, '') : front,
    behind: text.slice(end, end + NEXT),
  }
  if (NOBODY.test(first.word) || FIRM_BEHIND.test(said.behind) || isOfGoods(text.slice(first.start, end + NEXT)))
    return []
  const isOfTitle =
    titled >= 0 &&
    (name.length > 1 ||
      IS_OF_TITLED.test(said.behind) ||
      DOES.test(said.behind) ||
      (TITLE_OF_ANY.test(words[titled]?.word ?? '') && !TITLED_GOODS.test(first.word) && /^ [a-z]/u.test(said.behind)))
  const span: Span = { kind: 'name', start: first.start, end, mask: `${first.word.charAt(0)}*` }
  if (
    initials > 0 &&
    (isOfInitials(first.word, initials, many) || isLedInitial(text, words[from - initials]?.start ?? 0, said))
  )
    return [
      {
        ...span,
        start: words[from - initials]?.start ?? span.start,
        mask: `${words[from - initials]?.word.charAt(0)}*`,
      },
    ]
  if (isOfTitle || isSomebody(said)) return [span]
  return isByItself(said) ? [...orAnother(front, first.start), { ...span, isByShape: true }] : []
}

/** How many single letters stand right in front: P. Hesketh, T J Rasmussen. */
function initialsBefore(words: readonly Word[]): number {
  const other = words.findLastIndex(({ word }) => word.length !== 1)
  return words.length - 1 - other
}

/** Of one letter a family must follow that many have: what ends a sentence is a letter as well, size M. Customer wants. */
const isOfInitials = (family: string, initials: number, many: ManyNames | undefined): boolean =>
  IS_WORD_OF_LETTERS.test(family) &&
  !NO_ONE.test(family) &&
  (isLikelyWord(family, many) || (initials > 1 && family.length > 3))

/** payable to J. Pettigrew: with its stop, behind what leads to somebody, or where somebody does something. */
function isLedInitial(text: string, start: number, { name, behind }: Said): boolean {
  const [{ word: family, start: at } = { word: '', start: 0 }] = name
  const front = text.slice(Math.max(0, start - FARTHEST), start)
  return (
    text.charAt(at - 2) === '.' &&
    family.length > 3 &&
    IS_WORD_OF_LETTERS.test(family) &&
    !NO_ONE.test(family) &&
    !INITIAL_OF_GOODS.test(family) &&
    ([INTRODUCED, NAMED, ASKED_FOR, TOLD_OF, GOES_TO, LEADS_TO_ANY].some((lead) => lead.test(front)) ||
      DOES.test(behind) ||
      HAS.test(behind))
  )
}
const INITIAL_OF_GOODS =
  /^(?:Pellegrino|Crew|Coli|Lindeberg|Dillinger|Simpson|Tang|Martens|Store|Shop|Series|Edition|Class|Model|Size|Type|Plan|Version)$/u

/** Lech or Lesh Wojciechowski: whoever heard it is not sure. */
function orAnother(front: string, start: number): Span[] {
  const other = OR_ANOTHER.exec(front)?.[1]
  if (other === undefined || isNoNameWord(other)) return []
  const from = start - OR.length - other.length
  return [{ kind: 'name', start: from, end: from + other.length, mask: `${other.charAt(0)}*`, isByShape: true }]
}
const OR = ' or '
const OR_ANOTHER = /(?<![\p{L}\d*])(\p{Lu}\p{Ll}{2,15}) or $/u

function upToNoName(words: readonly Word[]): readonly Word[] {
  const end = words.findIndex(({ word }) => isNoNameWord(word))
  return end < 0 ? words : words.slice(0, end)
}

interface Said {
  readonly many: ManyNames | undefined
  readonly name: readonly Word[]
  readonly front: string
  readonly behind: string
}

function isSomebody({ many, name, front, behind }: Said): boolean {
  const [{ word: first } = { word: '' }] = name
  const given = asGivenName(first, many)
  const isGiven = given === 'surely'
  const several = name.length > 1
  const mayBe = isGiven || (several && given === 'perhaps')
  if (BRANDS.test(name.map(({ word }) => word).join(' '))) return INTRODUCED.test(front) && SPEAKS.test(behind)
  if (NAMED.test(front) && !OF_THING.test(front)) return true
  // What hardly anybody is called is a name only of somebody who speaks.
  if (given === 'hardly' && !SPEAKS.test(behind)) return false
  if (INTRODUCED.test(front)) return isGiven || (!IS_WEAK.test(front) && (mayBe || SPEAKS.test(behind)))
  if (IT_IS.test(front)) return SPEAKS.test(behind) ? mayBe || several || /^, you can/u.test(behind) : isGiven
  if (ASKED_FOR.test(front) || TOLD_OF.test(front)) return mayBe || given === 'perhaps'
  if (TOLD_IN_CHINESE.test(front) || TITLED_IN_CHINESE.test(behind)) return mayBe
  if (GOES_TO.test(front) && (several || many !== undefined))
    return isGiven && (several || many?.given.has(inSmallLetters(first)) === true)
  return mayBe && (SPEAKS.test(behind) || DOES.test(behind) || HAS.test(behind) || (several && REACHED.test(behind)))
}

/** call Bronagh back; Llewelyn, aged 91. */
const CALLED = new RegExp(`${START}(?:call|ring|phone|text|email)(?:ed|s|ing)?\\s$`, 'iu')
const BACK = /^ back(?![a-z])/u
const AGED = /^, aged \d{1,3}(?!\d| ?(?:days|weeks|months|hours|year-old))/u

/** What people are given and little else is called, wherever it stands; two words that end in a family of many; any word where much leads to a name. */
function isByItself({ many, name, front, behind }: Said): boolean {
  const [{ word: first } = { word: '' }] = name
  const last = name.at(-1)?.word ?? ''
  const given = asGivenName(first, many)
  const several = name.length > 1
  const isGiven = given === 'surely' && (several || (ENDS_THERE.test(behind) && !IN_A_PLACE.test(front)))
  const isMade = several
    ? isLikelyByForm(
        name.map(({ word }) => word),
        many,
      )
    : isDouble(first, many)
  const isOfSomebody = several && BEGINS.test(front) && ONLY_SOMEBODY.test(behind)
  const isSure = !NO_ONE.test(first) && ((CALLED.test(front) && BACK.test(behind)) || AGED.test(behind))
  if (!isGiven && !isMade && !isOfSomebody && !(given === 'hardly' && (isSure || isLed(first, front, behind))))
    return false
  return !(
    NOT_OF_SOMEBODY.test(front) ||
    GOODS_BEHIND.test(behind) ||
    isOfBrand(name.map(({ word }) => word).join(' ')) ||
    OF_A_WORK.test(front) ||
    WORK_BEHIND.test(behind) ||
    (several && FIRM_BEHIND.test(` ${last}`)) ||
    name.slice(0, -1).some(({ word }) => /['’]s$/u.test(word))
  )
}

/** Where a note or a sentence begins. */
const BEGINS = /(?:^|[\n.;:!?–-]\s?)$/u
/** What hardly a firm does, has or is. */
const ONLY_SOMEBODY =
  /^(?:['’]s (?:mum|mom|dad|wife|husband|son|daughter|mother|father|partner|carer|brother|sister|direct debit|prescription|account|parcel)|(?: &| and) (?:wife|husband|partner|family|daughter|son)|, (?:her|his|my) | is (?:unhappy|upset|elderly|deaf|away|at work|abroad|in hospital|not happy|fed up|my |her |his )| has (?:moved|passed|died|dementia)| would like| (?:hung up|passed away|moved (?:house|out)|rang|ringing)| (?:may|can) (?:discuss|collect|speak|act)| wants (?:to|a|his|her)| asked (?:for|to)| \((?:tenant|landlord|owner|son|daughter|wife|husband|mother|father|neighbour|carer|executor)|,? (?:here|speaking)(?![a-z])| - (?:\d(?:st|nd|rd|th)|called|rang))/u

const isLed = (first: string, front: string, behind: string): boolean =>
  ENDS_THERE.test(behind) &&
  IS_WORD_OF_LETTERS.test(first) &&
  !NO_ONE.test(first) &&
  LEADS_TO_ANY.test(front) &&
  !(/this is $/iu.test(front) && /^['’]s/u.test(behind))

/** S I O B H A N; P for Peter, E, N: letter by letter, and the word they make. */
const SPELLED = /(?=\p{Lu})(?<![\p{L}\d*])(?:\p{Lu}(?: for \p{Lu}[a-z]+)?[\s,.-]{1,2}){3,14}\p{Lu}(?![\p{L}\d*])/gu
const SPELLS = /(?:spel[lt]|name|that['’]?s|it['’]?s|is|mr|mrs|ms|miss|with)(?![a-z])[^\n]{0,30}$/iu
const FEWEST_LETTERS = 4
/** So many words are looked for in the rest of a text: each costs a look through all of it. */
const MOST_SPELLED = 8

function spelledNames(text: string): Span[] {
  const spelled = new Map<string, Span[]>()
  for (const { 0: told, index } of matchesIn(text, SPELLED)) {
    const letters = told.replace(/ for \p{Lu}[a-z]+/gu, '').replace(/\P{Lu}/gu, '')
    if (!mayBeSpelled(letters, text.slice(Math.max(0, index - FARTHEST), index))) continue
    const words = spelled.get(letters) ?? (spelled.size < MOST_SPELLED ? saidAsWords(text, letters) : [])
    spelled.set(letters, words)
    if (words.length > 0 || SPELLS.test(text.slice(Math.max(0, index - FARTHEST), index)))
      words.push(spanOf(index, told))
  }
  return [...spelled.values()].flat()
}

const mayBeSpelled = (letters: string, front: string): boolean =>
  letters.length >= FEWEST_LETTERS &&
  !'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.includes(letters) &&
  /[AEIOUY]/u.test(letters) &&
  !OF_THING.test(front.slice(0, -1)) &&
  !/(?:product|model|brand) [^.\n]{0,30}$/iu.test(front)

/** Where the word that was spelled is said as one. */
const saidAsWords = (text: string, letters: string): Span[] =>
  [...text.matchAll(new RegExp(`(?<!\\p{L})${letters}(?!\\p{L})`, 'giu'))].map(({ 0: word, index }) =>
    spanOf(index, word),
  )

const spanOf = (start: number, name: string): Span => ({
  kind: 'name',
  start,
  end: start + name.length,
  mask: `${name.charAt(0)}*`,
})

/** As people write who take no care for capitals. */
const SAID = /[a-z]\s[a-z]{2}/u
const SAID_SMALL = new RegExp(
  `(?=[a-z])(?<=\\s)(?<=${START}(?:[Ii]['’]?m|[Ii] am|[Tt]his is|[Ii]t['’]?s|[Nn]ame is|[Nn]ame['’]?s|[Aa]sk(?:ed)? for|[Ss]poke to|[Ss]peak to|[Ss]poken to|[Ss]peaking (?:to|with)|[Mm]rs|[Mm]r|[Mm]s|[Mm]iss|[Mm]dm)\\s)([a-z]{2,14})(?:\\s(?!(?:from|here|calling|speaking|and|on|about|again|regarding|in|at|is|was|will|has|but|for|to|who|with|the|i|my|not|please|or|because|she|he|they)(?![a-z]))([a-z]{2,15}))?(?=$|[\\n,，.!?;]|\\s(?:from|here|calling|speaking|and|on|about|again|regarding|in|at|is|was|will|has|i)(?![a-z]))`,
  'gu',
)

const smallName = ({ 0: whole, 1: first = '', index }: RegExpExecArray, many: ManyNames | undefined): Span[] =>
  asGivenName(first, many) === 'surely'
    ? [{ kind: 'name', start: index, end: index + whole.length, mask: `${first.charAt(0)}*` }]
    : []
