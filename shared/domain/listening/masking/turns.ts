import { FILLING } from './digit-segments.ts'
import { foldSpokenDigits } from './folding.ts'
import { type Edit, type Retelling, retelling } from './retelling.ts'
import { foldTraditional } from './traditional.ts'

/** Whose turn it is, and what says that the line goes on with the one above. */
const ROLE = '(?:坐席|座席|客服|话务员?|客户|顾客|用户|买家|卖家|来电人?|会员|agent|caller|customer|rep|operator)'
const LABEL = `${ROLE}\\s?[A-Z\\d]?\\s?[:：]`
/** At the beginning of a line a blank is enough: 客户 幺三六. */
const IN_FRONT = `(?:${LABEL}|${ROLE}\\s{1,2})`
/** Which of several notes it is: 笔记2：, 备注二. */
const NUMBERED =
  '(?:(?:笔记|备注|便签|记录|note|memo|remark|part)\\s?第?[一二三四五六1-9](?:条|段)?|第[一二三四五六1-9][条段句行](?:笔记|备注|记录)?|[上下这前后另]一?条(?:笔记|备注|记录)?|正文)(?:\\s?[:：]|\\s)'
const GOES_ON =
  '[（(【[—–\\-~*=·…\\s]{0,4}(?:cont(?:inue[ds]|\\.|(?![a-z]))|接上(?:一?[条句行文段面])?|(?<![\\p{Script=Han}])续(?:上?[条句行文])?|[后下]半(?:段|截|句|部分)?|下一[段条句行页]|另起(?:一行)?|换[行页]|(?:剩下|其余|余下)的?)(?:是|为)?[)）】\\]—–~*=·…-]{0,3}[\\s:：，,.]{0,3}'
const ANY_SPEAKER = new RegExp(`${ROLE}(?=\\s?[:：])`, 'giu')
const SPEAKER = new RegExp(`^\\s?${ROLE}`, 'iu')
const BESIDE =
  /^(?:(?![买退换卖钱价元块色款件个台]|尺码|数量|多少|几)[^\p{N}A-Za-z零〇一二两三四五六七八九幺洞拐勾*]){1,9}$/u
const FRONT = new RegExp(`^[\\s，,.。…]{0,8}(?:(?:${IN_FRONT}|${NUMBERED})[\\s]{0,3}(?:${GOES_ON})?|${GOES_ON})`, 'iu')
/** Said while somebody else tells, and in front of what is told. */
const LISTENED =
  '嗯|哦|噢|哎|唉|啊|呃|额|好的?|对的?|是的?|行|没错|可以|稍等|等一?下|慢一?点|[您你](?:请|慢点?|接着|继续)?[说讲念报记]?|请|继续|接着|再?[说念报讲]|在?听着?|记[下好上着]?|收到|明白|知道|麻烦|一下|[我帮](?:来|您|你)?|后面|然后|还有|下面|接下来|呢|吧|了|的|吗|嘛|嘞|(?:uh[- ]?huh|mm-?hm+|ok(?:ay)?|yes|yeah|yep|right|sure|go (?:ahead|on)|got (?:it|that)|and|then|next|please|i am listening)(?![a-z])'
const LISTENED_TOKEN = new RegExp(`[\\s,，、。.;；:：!！?？…]|${LISTENED}`, 'iuy')
const LISTENED_ANYWHERE = new RegExp(LISTENED, 'giu')
/** A digit, a letter, or the word for a sign of an address or a name. */
const SIGN = '[\\p{N}A-Za-z零〇一二两三四五六七八九幺洞拐勾壹贰叁肆伍陆柒捌玖]'
const TO_BE_CONTINUED = '(?:(?!\\*)[\\s\\p{P}]){0,3}(?:[（(](?:续|未完|待续|cont(?:inued|\\.)?)[)）]\\s?)?$'
const TRAILING = new RegExp(TO_BE_CONTINUED, 'iu')
const ENDS_IN_SIGN = new RegExp(`${SIGN}${TO_BE_CONTINUED}`, 'iu')
const BEGINS_WITH_SIGN = new RegExp(
  `^${FILLING}{0,8}(?:${SIGN}|下划线|[中横小]{0,2}杠|减号|点|艾特|at\\s|[@＠]|双|尾号|[三两]个)`,
  'iu',
)
const MAY_HOLD = new RegExp(
  `\\n[^\\n]{0,12}[:：]|\\n${ROLE}\\s|\\n\\s?(?:${GOES_ON}|${NUMBERED})|\\n(?:${LISTENED})`,
  'iu',
)
/** Words that say what a number is stand no farther from it. */
const FARTHEST = 120
/** Nobody tells a number in more turns, or rests for more of them. */
const MOST_BETWEEN = 4
const [LONGEST_END, LONGEST_AGAIN, LONGEST_TOLD, LONGEST_LED] = [20, 24, 48, 60]

/** A line of a talk without who says it. */
interface Turn {
  readonly start: number
  readonly words: string
  /** Who speaks, where that is written. */
  readonly speaker: string
  /** Somebody's name or a word for going on stood in front. */
  readonly isLed: boolean
}

/** A part of a text in which something is told over several turns: from where on it stands there, and as it is told. */
export interface Passage {
  readonly start: number
  readonly told: Retelling
}

/**
 * What of a talk is told over several turns, each with a blank where others only listened or said again what they had heard: 幺三九⏎坐席：嗯⏎客户：零零八四. With
 * as many lines around it as may say what it is, and no more: what else stands there is looked through already. `folded`: places of it. Takes time in
 * proportion to the text's length.
 */
export function joinTurns(folded: string): Passage[] {
  if (!MAY_HOLD.test(folded)) return []
  const turns = turnsOf(folded)
  const edits: Edit[] = []
  let open: Turn | null = null
  let [isApart, between] = [false, 0]
  for (const turn of turns) {
    const listened = listenedIn(turn.words)
    const isHeard =
      open !== null && (listened === turn.words.length || saysAgain(open.words, turn.words) || isSaidBeside(open, turn))
    if (open !== null && isHeard && between < MOST_BETWEEN) {
      isApart = true
      between++
      continue
    }
    const words = turn.words.slice(listened)
    if (open !== null && (isApart || turn.isLed) && BEGINS_WITH_SIGN.test(words)) {
      const end = open.start + open.words.replace(TRAILING, '').length
      edits.push({ start: end, end: turn.start + listened, told: ' ' })
    }
    open = endsInSign(turn.words) ? turn : null
    ;[isApart, between] = [false, 0]
  }
  return passagesOf(folded, edits)
}

/** Whole lines, those that reach into each other as one. */
function passagesOf(folded: string, edits: readonly Edit[]): Passage[] {
  const parts: { start: number; end: number; edits: Edit[] }[] = []
  for (const edit of edits) {
    const start = folded.lastIndexOf('\n', Math.max(0, edit.start - FARTHEST)) + 1
    const behind = folded.indexOf('\n', edit.end + FARTHEST)
    const end = behind === -1 ? folded.length : behind
    const last = parts.at(-1)
    if (last !== undefined && start <= last.end) {
      last.end = Math.max(last.end, end)
      last.edits.push(edit)
    } else parts.push({ start, end, edits: [edit] })
  }
  return parts.flatMap((part) => {
    const shifted = part.edits.map((edit) => ({ ...edit, start: edit.start - part.start, end: edit.end - part.start }))
    const told = retelling(folded.slice(part.start, part.end), shifted)
    return told === null ? [] : [{ start: part.start, told }]
  })
}

/** How much of a text, from its beginning, only leads on to what is told in it: who says it, that it goes on, what is said by who listens. */
export function ledFrom(text: string): number {
  const said = foldTraditional(text.slice(0, LONGEST_LED))
  let from = 0
  for (;;) {
    const front = FRONT.exec(said.slice(from))?.[0].length ?? 0
    const led = front + listenedIn(said.slice(from + front))
    if (led === 0) return from
    from += led
  }
}

/** How much of it is told: behind that others only listen, or say it once more, or it is to be continued. */
export function toldUpTo(said: string): number {
  let end = said.length
  for (let between = 0; between < MOST_BETWEEN; between++) {
    const start = said.lastIndexOf('\n', end - 1) + 1
    if (start === 0 || !onlyHears(said.slice(said.lastIndexOf('\n', start - 2) + 1, start), said.slice(start, end)))
      break
    end = start - 1
  }
  return said.slice(0, end).replace(TRAILING, '').length
}

/** Whether somebody only listens to what was told, or says it once more. */
export const onlyHears = (told: string, said: string): boolean => ledFrom(said) === said.length || saysAgain(told, said)

export const beginsWithSign = (words: string): boolean => BEGINS_WITH_SIGN.test(words)

export const endsInSign = (words: string): boolean => ENDS_IN_SIGN.test(words.slice(-LONGEST_END))

function turnsOf(folded: string): Turn[] {
  let start = 0
  return folded.split('\n').map((line) => {
    const front = FRONT.exec(line)?.[0].length ?? 0
    const turn = {
      start: start + front,
      words: line.slice(front),
      speaker: SPEAKER.exec(line)?.[0] ?? '',
      isLed: front > 0,
    }
    start += line.length + 1
    return turn
  })
}

/** How much of it, from its beginning, is said by who only listens. */
function listenedIn(words: string): number {
  let place = 0
  for (;;) {
    LISTENED_TOKEN.lastIndex = place
    const token = LISTENED_TOKEN.exec(words)?.[0]
    if (token === undefined) return place
    place += token.length
  }
}

/** Short, without a sign that may be told, by somebody else than tells: 坐席：嗯区号. No question of its own. */
const isSaidBeside = (told: Turn, turn: Turn): boolean =>
  turn.speaker !== '' && BESIDE.test(turn.words) && ![turn.speaker, ''].includes(lastSpeaker(told))

/** Several may speak in one line: 坐席：您别念。客户：八八. */
const lastSpeaker = ({ speaker, words }: Turn): string => [...words.matchAll(ANY_SPEAKER)].at(-1)?.[0] ?? speaker

/** Whoever listens says the last digits once more. */
function saysAgain(told: string, words: string): boolean {
  if (words.length > LONGEST_AGAIN) return false
  const again = signsOf(words.replace(LISTENED_ANYWHERE, ''))
  return again !== '' && signsOf(told.slice(-LONGEST_TOLD)).endsWith(again)
}

const signsOf = (words: string): string =>
  foldSpokenDigits(words)
    .replace(/[\s\p{P}]/gu, '')
    .toLowerCase()
