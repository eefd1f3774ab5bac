import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/** What opens somebody's door, gate or box, with the keys that are pressed around it: 门禁2580#, gate code 4471, key safe 7712. */
const KEY = '(?:[#＃*＊]|[井星]号?|(?<![a-z])(?:hash|star|pound)(?: key)?(?![a-z]))'
const GAP = '[\\s,，、-]{0,2}'
const FIGURES = `\\d(?:${GAP}\\d){3,7}`
const CODE = `(?:${KEY}${GAP})?(?:[A-Z]?${FIGURES}[A-Z]?|\\d{1,4}${KEY}\\d{2,6}|[A-Z]\\d{2,5}[A-Z])(?:${GAP}(?:键|带)?${KEY})?`
const WITH_KEY = `(?:${KEY}${GAP}${FIGURES}(?:${GAP}${KEY})?|${FIGURES}${GAP}(?:键|带)?${KEY})`
/** No price, size, day or count. */
const END =
  '(?![\\d*]|[.,]\\d|\\s?(?:[元块个件年月天分寸把台套次人款型栋楼毫厘米]|m[lm]|cm|kg|x ?\\d|×|乘|dollars|pounds?(?! key)|quid|times|people|left|pm|am)(?![a-z]))'
const NO_YEAR = '(?!20[0-4]\\d(?!\\d))'
const DOOR =
  '(?:门禁|单元门|楼道门|楼下门|楼下大门|大门|院门|铁门|车库门?|入户门?|大堂|门口|楼宇|门厅|电梯|门岗|小区门|智能锁|密码锁|指纹锁|电子锁|门锁|锁|保险[箱柜]|信箱|钥匙盒)'
const LEADS = '(?:1次性|[^\\d\\n。；;A-Z#＃*＊井星]){0,10}?'
const PATTERNS = [
  // 门口密码2580, 门锁密码您用一次性的，40718825, 开门暗号：12#7043.
  new RegExp(
    `(?:${DOOR}的?(?:密码|口令|暗号|数字码|码)|(?:开门|进门|上楼|开锁)(?:密码|口令|暗号|码))(?!错|不对|忘|失效|失败|默认|初始|出厂)${LEADS}(?<code>${NO_YEAR}${CODE})${END}`,
    'giu',
  ),
  // 门禁2580, 楼道门0420: no goods.
  new RegExp(
    `(?:门禁|单元门|楼道门|楼下大?门|院门|大堂门?)(?:[是为用按输\\s:：]|数字){0,3}(?<code>${NO_YEAR}${CODE})${END}`,
    'giu',
  ),
  // 智能锁830 462: in two groups, as nobody tells a price.
  new RegExp(`(?:智能锁|密码锁|电子锁|门锁)[是为:：\\s]{0,2}(?<code>\\d{3}[\\s-]\\d{3})${END}`, 'giu'),
  // 到了输6688*进大堂, 按2580#; 单元门星号零七幺六.
  // Said once more: ******，六六六六井.
  new RegExp(`(?<=\\*{6}[，,、\\s]{1,2})(?<code>${WITH_KEY})(?!\\d)`, 'giu'),
  new RegExp(`(?:(?:[输按摁](?:入|一?下)?|${DOOR})[\\s:：，,是]{0,2})(?<code>${WITH_KEY})(?!\\d)`, 'giu'),
  new RegExp(
    `(?<![a-z])(?:gate|door|entry|entrance|alarm|building|lobby|garage|barrier|intercom|buzzer|padlock|communal|access|shed|stairwell|lift|safe|key ?safe|lock ?box|key ?box|keypad)(?: door| gate| lock| alarm| entry)? (?:code|pin|combo|combination|number|password)(?:['’]s| is| was|[:=,])?\\s{0,2}(?<code>${NO_YEAR}${CODE})${END}`,
    'giu',
  ),
  // Its letters are capitals. Written out, and not with `(?-i:`: compiled anew after some thousand texts V8 (Node 24) finds no more by that.
  new RegExp(
    `(?<![A-Za-z])(?:[Kk]ey ?[Ss]afe|[Ll]ock ?[Bb]ox|[Kk]ey ?[Bb]ox|[Kk]eypad|KEY ?SAFE|LOCK ?BOX|KEYPAD)(?!\\s(?:wrong|broken|batter|size|model|order|price|for))[^\\d\\n.;]{0,22}?(?<code>${NO_YEAR}${CODE})${END}`,
    'gu',
  ),
  new RegExp(
    `(?<![a-z])(?:gate|door|entrance|intercom|barrier)(?:['’]s| is|[:=])\\s(?<code>${WITH_KEY})(?!\\d)`,
    'giu',
  ),
]
const MAY_HOLD = /门|锁|大堂|楼宇|密码|口令|暗号|[输按摁]|gate|door|code|combo|keypad|safe|box|intercom|pin/iu

/** In a text whose spoken digits are plain. */
export const findDoorCodes = (text: string): Span[] =>
  isIn(text, MAY_HOLD)
    ? PATTERNS.flatMap((pattern) =>
        matchesIn(text, pattern).map(({ 0: whole, groups, index }): Span => {
          const { code = '' } = groups ?? {}
          return { kind: 'code', start: index + whole.length - code.length, end: index + whole.length, mask: '******' }
        }),
      )
    : []
