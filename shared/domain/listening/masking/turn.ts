import { foldSpokenDigits } from './folding.ts'

/** Whose turn it is, and what says that the line goes on with the one above. */
export const ROLE =
  '(?:坐席|座席|客服|话务员?|客户|顾客|用户|买家|卖家|来电人?|会员|[客坐座席](?=[:：])|agent|caller|customer|cust(?=:)|agt(?=:)|rep|operator|(?:me|her|him|she|he|them|mum|mom|dad|wife|husband|son|daughter)(?=\\s?:))'
const LABEL = `${ROLE}\\s?[A-Z\\d]?\\s?[:：]`
/** At the beginning of a line a blank is enough: 客户 幺三六. */
const IN_FRONT = `(?:${LABEL}|${ROLE}\\s{1,2})`
/** Which of several notes it is: 笔记2：, 备注二. */
export const NUMBERED =
  '(?:(?:笔记|备注|便签|记录|note|memo|remark|part)\\s?第?[一二三四五六1-9](?:条|段)?|第[一二三四五六1-9][条段句行](?:笔记|备注|记录)?|[上下这前后另]一?条(?:笔记|备注|记录)?|正文)(?:\\s?[:：]|\\s)'
export const GOES_ON =
  '[（(【[—–\\-~*=·…\\s]{0,4}(?:cont(?:inue[ds]|\\.|(?![a-z]))|接上(?:一?[条句行文段面])?|(?<![\\p{Script=Han}])续(?:上?[条句行文])?|[后下]半(?:段|截|句|部分)?|下一[段条句行页]|另起(?:一行)?|换[行页]|(?:剩下|其余|余下)的?|(?:后|末|最后|后面的?|剩下的?|中间)[三四五六3-6][位个](?:数字?|号码?)?)(?:是|为)?[)）】\\]—–~*=·…-]{0,3}[\\s:：，,.]{0,3}'
const ANY_SPEAKER = new RegExp(`${ROLE}(?:\\s?[A-Z\\d])?(?=\\s?[:：])`, 'giu')
const SPEAKER = new RegExp(`^\\s?${ROLE}(?:\\s?[A-Z\\d](?=\\s?[:：]))?`, 'iu')
const FRONT = new RegExp(`^[\\s，,.。…]{0,8}(?:(?:${IN_FRONT}|${NUMBERED})[\\s]{0,3}(?:${GOES_ON})?|${GOES_ON})`, 'iu')
/** Said while somebody else tells, and in front of what is told. */
export const LISTENED =
  '嗯|哦|噢|哎|唉|啊|呃|额|好的?|对的?|是的?|行|没错|可以|稍等|等一?下|慢一?点|[您你](?:请|慢点?|接着|继续)?[说讲念报记]?|请|继续|接着|再?[说念报讲]|在?听着?|记[下好上着]?|收到|明白|知道|麻烦|一下|[我帮](?:来|您|你)?|后面|然后|还有|下面|接下来|呢|吧|了|的|吗|嘛|嘞|(?:uh[- ]?huh|mm(?:-?hm+)?|mhm|aye|cool|lovely|ok(?:ay)?|yes|yeah|yep|right|sure|go (?:ahead|on)|got (?:it|that)|and|then|next|please|i am listening)(?![a-z])'
const LISTENED_TOKEN = new RegExp(`[\\s,，、。.;；:：!！?？…]|${LISTENED}`, 'iuy')
const LISTENED_ANYWHERE = new RegExp(LISTENED, 'giu')
/** What says at the end of a line that it is to be continued. */
export const TO_BE_CONTINUED = '(?:(?!\\*)[\\s\\p{P}]){0,3}(?:[（(](?:续|未完|待续|cont(?:inued|\\.)?)[)）]\\s?)?$'
export const TRAILING = new RegExp(TO_BE_CONTINUED, 'iu')
const [LONGEST_AGAIN, LONGEST_TOLD] = [24, 48]

/** A line of a talk without who says it. */
export interface Turn {
  readonly start: number
  readonly words: string
  /** Who speaks, where that is written. */
  readonly speaker: string
  /** Somebody's name or a word for going on stood in front. */
  readonly isLed: boolean
}

export function turnsOf(folded: string): Turn[] {
  let start = 0
  return folded.split('\n').map((line) => {
    const front = frontIn(line)
    const turn = {
      start: start + front,
      words: line.slice(front),
      speaker: SPEAKER.exec(line)?.[0].trim() ?? '',
      isLed: front > 0,
    }
    start += line.length + 1
    return turn
  })
}

/** How long who says it is, and that it goes on. */
export const frontIn = (line: string): number => FRONT.exec(line)?.[0].length ?? 0

/** How much of it, from its beginning, is said by who only listens. */
export function listenedIn(words: string): number {
  let place = 0
  for (;;) {
    LISTENED_TOKEN.lastIndex = place
    const token = LISTENED_TOKEN.exec(words)?.[0]
    if (token === undefined) return place
    place += token.length
  }
}

/** Several may speak in one line: 坐席：您别念。客户：八八. */
export const lastSpeaker = ({ speaker, words }: Turn): string => [...words.matchAll(ANY_SPEAKER)].at(-1)?.[0] ?? speaker

/** Whoever listens says the last digits once more. */
export function saysAgain(told: string, words: string): boolean {
  if (words.length > LONGEST_AGAIN) return false
  const again = signsOf(words.replace(LISTENED_ANYWHERE, ''))
  return again !== '' && signsOf(told.slice(-LONGEST_TOLD)).endsWith(again)
}

const signsOf = (words: string): string =>
  foldSpokenDigits(words)
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()

/** Where who speaks is written in the middle of a line: Customer: oh seven four. Agent: mm-hm. Customer: six one. */
const SPEAKS_WITHIN = new RegExp(`(?<=[^\\n]{3})[\\s。.!！?？，,;；](?=${ROLE}\\s?[A-Z\\d]?\\s?[:：])`, 'giu')

/** With each of them on a line of its own. Places stay: what parts them becomes the break. */
export const inLines = (folded: string): string =>
  /[:：]/u.test(folded) ? folded.replace(SPEAKS_WITHIN, '\n') : folded
