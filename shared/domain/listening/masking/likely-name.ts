import { isFamilyName } from './family-names.ts'
import { isSurelyGiven } from './given-names.ts'
import type { ManyNames } from './many-names.ts'

/** What families end with, of many peoples, and hardly any other word with a capital. */
const ENDS_AS_FAMILY =
  /^\p{Lu}\p{L}*(?:ewski|owski|inski|ynski|ska|czyk|czuk|wicz|enko|chuk|[oe]va|kov|nov|vich|vić|ević|ović|ović|sson|dottir|dóttir|oglu|ogullari|idze|shvili|opoulos|poulou|akis|escu|eanu|moto|mura|yama|zaki|sawa|gawa|kawa|guchi|nathan|swamy|murthy|singhe|wardena|wardene|stein|baum|mann|feld|thwaite|thwaites|bottom|shaw|croft|ingham|thorpe|ridge|bridge|burton|ington|sworth|hurst|combe|fus|rwala|wala|preet|inder|deep|jeet|berg|berger|quist|gren|strom|ström|kovic|dze|yan|ssen|ansen|ersen|rsen|lsen|eira|ñez|nez|guez|quez|arez|erez|inho|ão)$/u
const IS_OTHER_WORD =
  /^(?:Cambridge|Tunbridge|Bridge|Fridge|Partridge|Porridge|Cartridge|Ridge|Washington|Wellington|Paddington|Kensington|Darlington|Islington|Burton|Hurst|Iceberg|Heidelberg|Nuremberg|Hamburger|Pandora|Nova|Terra|Samba|Villanova|Casanova|Okayama|Mayan|Wyan|Bryan|Ryan|Cyan|Bottom|Alaska|Nebraska|Slovenska|Moscow|Deep|Yamaha|Fujiyama|Wakayama|Futon|Cashew|Selfridge|Chessington|Workington|Accrington|Harrington|Hollingsworth|Kenilworth|Tamworth|Oxenhope|Scunthorpe|Cleethorpes|Mann|Stockholm|Epstein|Einstein|Frankenstein|Bergen|Spielberg|Zuckerberg|Bloomberg|Carlsberg|Stein|Lamborghini|Martinez)$/u
/** O'Shaughnessy, McTavish, MacCionnaith; no McDonald's. */
const OF_CLAN = /^(?:O['’]\p{Lu}\p{L}{2,}|Mc\p{Lu}\p{L}{2,}|Mac\p{Lu}\p{L}{2,}|Fitz[gpsmrw]\p{L}{3,})(?:['’]s)?$/u
const IS_OF_SHOPS =
  /^(?:McDonald['’]?s?|McAfee|McVitie['’]?s?|McLaren|McCain|McFlurry|McMuffin|McNugget|McCormick|McKinsey|McColl['’]?s|McCoy['’]?s|MacBook|MacDonalds|MacOS|O['’]Neill['’]?s?|O['’]Reilly['’]?s?|O['’]Keeffe['’]?s?|O['’]Clock|O['’]Brien['’]s)$/u
/** Min-jun. */
const OF_KOREA =
  /^(?:Kim|Lee|Park|Choi|Jung|Jeong|Kang|Cho|Yoon|Jang|Lim|Han|Oh|Seo|Shin|Kwon|Hwang|Ahn|Song|Ryu|Hong|Moon|Yang|Baek|Nam|Noh|Bae)$/u
const IN_KOREA = /^\p{Lu}\p{Ll}{1,5}-\p{L}\p{Ll}{1,5}$/u
const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)'
const OF_TWO_SYLLABLES = new RegExp(`^(?=.{4,})(?!${SYLLABLE}$)${SYLLABLE}${SYLLABLE}$`, 'iu')
const FAMILIES_OF_CHINA = new Set(
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen cui zhong tan fan jin liao jia xia fu fang bai zou meng xiong qin qiu yan xue hou lei long duan hao kong shao shi mao chang wan gu lai kang qian ouyang situ zhuge'.split(
    ' ',
  ),
)
const IS_ENGLISH =
  /^(?:made|china|tuna|menu|yoga|judo|soya|data|dame|sake|bane|bone|dune|line|fine|wine|mine|nine|pine|live|five|give|have|game|name|same|come|some|home|tone|zone|mane|lane|cane|tape|cape|take|cake|lake|make|wake|bake|hope|rope|note|vote|date|late|rate|gate|hate|mate|safe|cafe|wide|side|ride|hide|tide|size|time|wife|life|like|bike|hike|pike|page|wage|cage|sage|rage|dove|love|move|hole|pole|role|sole|mole|rule|tube|cube|tune|june|duke|luke|huge|panda|pasta|linen|woman|human|union|onion|china|canon|nanny|penang|dining|lining|mining|hiking|biking|hanging|banging|ringing|singing|bring|during|menang|manga|hanger|finger|ginger|singer)$/iu

/** As names are written in Hong Kong: Wong Siu Man, Lam Chi-fung. */
const FAMILIES_OF_HONG_KONG = new Set(
  'wong chan lam cheung leung lee ng ho chow tsang kwok yeung lau fung tang poon mak yip kwan cheng chiu hui tse siu lo law fok choi tong yuen pang szeto lai kwong tam to yu mok ko man cheuk ip kan so yiu shum tsui wu chu chung hung au yau kong ling mui wan'.split(
    ' ',
  ),
)
const GIVEN_OF_HONG_KONG =
  /^(?:ka|ming|wai|kit|hoi|yan|wing|yee|mei|kwok|kin|ho|tsz|lok|sze|suk|yuk|pui|lai|kam|hung|shing|shun|tak|tat|kwong|keung|cheuk|hei|hin|yin|ching|nga|mui|oi|po|sau|yuet|siu|man|chi|fung|chun|wah|yiu|lung|kwan|fai|fan|fong|ying|ling|lin|kuen|hang|hon|lun|long|sum|yi|ki|kei|tung|ting|yau|yat|yu|yuen|shan|san|shuk|chak|cheung|choi|kai|leung|mo|ngai|on|sing|sin|tin|tsun|wan|wa|yim|yung|sui|so|hau|hiu|kwai|bo|lap|chiu|wong|chung)$/iu
const isOfHongKong = (words: readonly string[]): boolean => {
  const [family = '', ...given] = words.flatMap((word) => word.split('-'))
  return (
    given.length === 2 &&
    FAMILIES_OF_HONG_KONG.has(family.toLowerCase()) &&
    given.every((word) => GIVEN_OF_HONG_KONG.test(word))
  )
}

/** Li Meiqi, ZHANG Meiqi, Xiuying Chen. */
const isOfChina = (first: string, last: string): boolean =>
  (FAMILIES_OF_CHINA.has(first.toLowerCase()) && OF_TWO_SYLLABLES.test(last) && !IS_ENGLISH.test(last)) ||
  (FAMILIES_OF_CHINA.has(last.toLowerCase()) && OF_TWO_SYLLABLES.test(first) && !IS_ENGLISH.test(first))

const OF_ONE_SYLLABLE = new RegExp(`^${SYLLABLE}$`, 'iu')
const IS_TASK =
  /^(?:bade|ban|bang|be|begin|bin|can|care|cede|chance|change|chase|code|dance|dare|die|dine|do|done|due|fan|fate|file|go|gone|hang|he|hen|join|lie|line|long|lose|man|men|merge|name|none|open|pan|pen|pin|ping|raise|ran|range|rename|ring|rise|run|sale|sane|share|she|shun|sing|song|sue|ten|tie)$/iu

/** Zhang Wei, Wang Xiaoming: a family and what is given in its letters, and not «Wang Change …». */
export const isNameOfChina = (family: string, given: string): boolean =>
  FAMILIES_OF_CHINA.has(family.toLowerCase()) &&
  (OF_ONE_SYLLABLE.test(given) || OF_TWO_SYLLABLES.test(given)) &&
  !IS_ENGLISH.test(given) &&
  !IS_TASK.test(given)

export const isLikelyWord = (word: string, many?: ManyNames): boolean =>
  isFamilyName(word, many) ||
  (ENDS_AS_FAMILY.test(word) && !IS_OTHER_WORD.test(word)) ||
  (OF_CLAN.test(word) && !IS_OF_SHOPS.test(word)) ||
  word.split('-').some((part) => part !== word && (isSurelyGiven(part.toLowerCase(), many) || isFamilyName(part, many)))

/** Whether two words or more with capitals are somebody's name by how they are made. */
export function isLikelyByForm(words: readonly string[], many?: ManyNames): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || words.length < 2) return false
  return (
    isLikelyWord(last, many) ||
    isOfChina(first, last) ||
    isOfHongKong(words) ||
    (IN_KOREA.test(first) && /^\p{Lu}\p{Ll}{1,6}$/u.test(last)) ||
    (OF_KOREA.test(first) && IN_KOREA.test(last)) ||
    (isLikelyWord(first, many) && /^\p{Lu}\p{Ll}{3,}$/u.test(last))
  )
}

/** Alvarez-Whitt: two families in one, one of which many have. */
export const isDouble = (word: string, many?: ManyNames): boolean => {
  const parts = word.split('-')
  return (
    parts.length === 2 &&
    parts.every((part) => /^\p{Lu}\p{Ll}{3,}$/u.test(part)) &&
    parts.some((part) => isLikelyWord(part, many))
  )
}
