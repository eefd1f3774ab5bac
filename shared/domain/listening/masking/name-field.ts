import { isLikelyName, NOBODY } from './name-by-signs.ts'
import { GIVEN, OF_THING, WORDS } from './name-forms.ts'
import { SIGN_OF_NAMES } from './signs-of-names.ts'
import { matchesIn, type Span } from './span.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'

/** Fields of papers and parcels that hold a name, in one piece or with gaps in them: 收件人, 姓 名, and cut by a line. */
const FIELDS = [
  ...'姓名 户名 户主 机主 真名 全名 实名信息 实名人 实名 收件人 收货人 寄件人 发件人 联系人 签收人 代收人 持卡人 开户人 投保人 被保人 乘车人 乘机人 入住人'.split(
    ' ',
  ),
  ...'取票人 取件人 登记人 领取人 付款人 收款人 预订人 预约人 受益人 代领人 紧急联系人 负责人 法定代表人 个人 经办 复核 复核人 授权人 卡主 退款人 推荐人 租客名 住客 甲方签字 乙方签字 签字 签名 落款'.split(
    ' ',
  ),
]
/** Who speaks or is spoken of: behind these much else is told as well. So are all the others that end in 人. */
const PEOPLE =
  '车主 房主 业主 申请人 经办人 委托人 监护人 下单人 报修人 投诉人 来电人 旅客 乘客 患者 法人 收件方 寄件方 收方 寄方'.split(
    ' ',
  )
/** Whom it is asked of: things have one as well. */
const ASKED_FOR = ['名字', '贵姓', '称呼']
const LABELS = [...FIELDS, ...PEOPLE, ...ASKED_FOR].sort((a, b) => b.length - a.length)
const spaced = (word: string): string => [...word].join('\\s{0,2}')
const LABEL = `(?:(?<label>${LABELS.map(spaced).join('|')})|(?<=\\p{Script=Han})人(?=[:：=＝]))(?<asked>姓名|名字|全名)?(?:[那这一]?栏(?:[写填]的?)?)?(?:[写填]的?|是|为|叫|[写填改]成)?`
/** What is told of people, and stands in no name. */
const NO_SIGN = '的了是在我你您他她它们不没有跟与和吗呢吧啊呀嘛哦呗个么什这那要请需写填改错未无已号'
const OF_NAME = `(?![${NO_SIGN}])\\p{Script=Han}`
/** 张三丰, 刘 芳, 汤 圆 圆: forms have blanks between the signs of a name. */
const VALUE = `(?:(?:${OF_NAME}){2,4}|${OF_NAME}(?:[^\\S\\n]{1,2}${OF_NAME}){1,2}(?![^\\S\\n]{1,2}\\p{Script=Han}(?!\\p{Script=Han})))`
const FIELD = new RegExp(
  `(?=[${[...new Set(LABELS.map((label) => label.charAt(0)))].join('')}人])${LABEL}(?<sign>\\s{0,2}[:：=＝→?？]\\s{0,2}|\\s{1,3})["“「【（(]?(?<value>${VALUE})(?=$|[\\n，,。；;、/|｜（(）)】」”"\\s])`,
  'dgu',
)
/** Begins with a family, or is made of signs of names alone. */
const NAME = new RegExp(
  `^(?!${NOBODY}|${WORDS})(?:${SURNAMES.plain}${GIVEN}{1,3}|${SURNAMES.any}${GIVEN}{1,2}|${SURNAMES.seldom}${SIGN_OF_NAMES}{1,2}|${SIGN_OF_NAMES}{2,3}|[小阿]${GIVEN})$`,
  'u',
)
/** What is written instead of a name, and reads like one. */
const NO_NAME =
  /^(?:[东南西北正大]门|门卫|朋友|行政|[中英]文|大学|安检|明[天日]|国家|代表|小[时区票计号孩程店件]|[合总小共]计|本人|同[上前学]|保[密安洁姆]|一致|成功|正常|[全金]部|商家|单位|花[店园]|家[人属])|[部处店室厅局厂站所组科司台院校亭岗柜库房员长师]$|中心$|快递$/u
export const NO_NAME_IN_FIELD = NO_NAME.source
const IS_OF_THING = new RegExp(`${OF_THING}$`, 'iu')
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})`, 'u')
/** Up to the first sign of a name behind who speaks or is spoken of, right at its colon. */
const OF_PEOPLE = new RegExp(
  `(?:${PEOPLE.join('|')}|\\p{Script=Han}人)(?<!${FIELDS.join('|')})\\s?[:：=＝]\\s?(${SURNAMES.any})$`,
  'u',
)
const [FARTHEST_PEOPLE, LONGEST_OF_ONE] = [12, 3]
/** A family that hardly ever begins another word. */
const PLAIN = new RegExp(`^${SURNAMES.plain}`, 'u')
/** Goods and games are asked for as well: 王者荣耀. */
const IS_SHORT = new RegExp(`^(?:(?:${COMPOUND}).{1,2}|${SURNAMES.plain}.{1,2})$`, 'u')
const isWrittenAsName = (value: string): boolean => {
  const signs = value.replace(/\s/gu, '')
  return NAME.test(signs) && !NO_NAME.test(signs)
}

/** A name in the field that holds one, up to its end: 姓名：明朗, 收件⏎人：郑海波, and in the column of a table that is headed so; behind who somebody is one that is made of the signs of names. */
export const namesInFields = (text: string): Span[] => [
  ...matchesIn(text, FIELD).flatMap(({ groups, indices, index }): Span[] => {
    const { label = '', asked, sign = '', value = '' } = groups ?? {}
    if (
      ASKED_FOR.includes(label) &&
      (!/[?？]/u.test(sign) || IS_OF_THING.test(text.slice(Math.max(0, index - 8), index)))
    )
      return []
    if (ASKED_FOR.includes(label))
      return isLikelyName(value) || (IS_SHORT.test(value) && isWrittenAsName(value))
        ? [spanOf(indices?.groups?.value?.[0] ?? 0, value)]
        : []
    const isField = asked !== undefined || FIELDS.includes(label.replace(/\s/gu, ''))
    return (isField && /\S/u.test(sign) ? isWrittenAsName(value) : isLikelyName(value))
      ? [spanOf(indices?.groups?.value?.[0] ?? 0, value)]
      : []
  }),
  ...(text.includes('\n') ? namesBelow(text) : []),
]

/** What an answer tells, or a column holds. */
const namesBelow = (text: string): Span[] => [
  ...matchesIn(text, ANSWER).flatMap(({ 0: whole, 1: value = '', index }): Span[] =>
    NO_NAME.test(value) ? [] : [spanOf(index + whole.length - value.length, value)],
  ),
  ...namesInColumns(text),
]
/** 坐席：收件人是？⏎客户：明朗. */
const ANSWER = new RegExp(
  `(?:怎么称呼|贵姓|[您你他她人客户][^\\n]{0,3}叫(?:什么|啥)(?:名字)?|(?:收[件货]人|联系人|户名|[您你][^\\n]{0,3}(?:姓名|名字))(?:[是叫](?:谁|什么|哪位)?|[？?:：]|报一下|(?:麻烦)?说一下)[^\\n。*]{0,4})[您你呢]?[？?：:]?\\n(?:[\\p{Script=Han}A-Za-z]{1,4}[:：]\\s?)?(?:[嗯哦啊，,\\s]|我?[是叫]){0,4}(?!${WORDS})((?:${SURNAMES.any}${GIVEN}|(?!可)${SIGN_OF_NAMES}{2})${GIVEN}{0,2})(?=[，,。]?\\s?(?:\\n|$))`,
  'gu',
)

const HEADER = /(?:^|\n)[^\n]{0,80}(?:姓名|收[件货]人|联系人)[^\n]{0,80}(?=\n)/gu
const CELLS = /[,，\t|｜]/u
const [MOST_ROWS, LONGEST_ROW] = [50, 300]

function namesInColumns(text: string): Span[] {
  return matchesIn(text, HEADER).flatMap(({ 0: header, index }): Span[] => {
    const heads = header.trim().split(CELLS)
    const column = heads.findIndex((head) => /^\s?(?:姓名|名字|(?:收[件货]|联系)人(?:姓名)?)\s?$/u.test(head))
    if (heads.length < 2 || column < 0) return []
    return rowsFrom(text, index + header.length + 1).flatMap(({ start, row }): Span[] => {
      const cells = row.split(CELLS)
      const value = cells[column]?.trim() ?? ''
      if (cells.length !== heads.length || !IS_VALUE.test(value) || !isWrittenAsName(value)) return []
      const before = cells.slice(0, column).reduce((length, cell) => length + cell.length + 1, 0)
      return [spanOf(start + before + (cells[column]?.indexOf(value) ?? 0), value)]
    })
  })
}

const IS_VALUE = new RegExp(`^${VALUE}$`, 'u')

/** The lines from there on, as far as a table goes. */
function rowsFrom(text: string, from: number): { start: number; row: string }[] {
  const rows: { start: number; row: string }[] = []
  for (let start = from; start < text.length && rows.length < MOST_ROWS; ) {
    const end = text.indexOf('\n', start)
    const row = text.slice(start, end < 0 ? text.length : end)
    if (row.length > LONGEST_ROW || !CELLS.test(row)) break
    rows.push({ start, row })
    start += row.length + 1
  }
  return rows
}

/** What is told of somebody begins like a name here and there: 乘客：安检太慢. */
export function isToldOfSomebody(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const family = OF_PEOPLE.exec(text.slice(Math.max(0, start - FARTHEST_PEOPLE), start))?.[1]
  if (family === undefined) return false
  const name = (family + text.slice(start, end)).replace(/\s/gu, '')
  return (name.length > LONGEST_OF_ONE || !PLAIN.test(family)) && !isLikelyName(name)
}

/** The family stays. */
function spanOf(start: number, name: string): Span {
  const family = FAMILY_OF_TWO.exec(name)?.[0].length ?? 1
  return { kind: 'name', start: start + Math.min(family, name.length - 1), end: start + name.length, mask: '*' }
}
