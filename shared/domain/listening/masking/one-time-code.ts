import { matchesIn, type Span } from './span.ts'

/** What a code stands behind. */
export const CODE_CUE =
  '验证码|校验码|认证码|动态码|动态密码|动态口令|确认码|短信码|短信密码|随机码|取件码|提货码|取货码|核销码|verification code|security code|auth(?:entication)? code|one[- ]time (?:code|password)|passcode|pickup code|(?<![a-z])otp(?![a-z])|(?<!(?:error|promo|promotion|discount|coupon|zip|area|country|model|product|qr|bar|postal|status|color|colour|item|voucher|dress|source|fault)[ -]?)(?<![a-z])code(?: i got| they (?:just )?(?:sent|texted|emailed|gave)(?: me| us)?| in the message)? (?:is|was)|(?<![a-z])the code:?'
/** The same of words that open something for good, with nothing between them and their digits. */
export const PASSWORD_CUE =
  '(?:密码\\s?(?:就?是|为|[:：=])|(?<![\\u4e00-\\u9fff])码\\s?(?:就?是|[:：])|(?:支付|取款|银行卡?|交易|登[录陆]|锁屏|开机|开门|门锁|门禁|大门|入户|单元门|快递柜|保险[箱柜])密码\\s?(?:就?是|为|[:：=])?|(?<![a-z])pin(?: code| number)?(?:(?: (?:you|they|we|i|he|she) (?:just )?(?:sent|gave|texted|emailed|got|received|told)(?: me| us)?)(?: is| was|[:：])?|\\s?(?:is|was|[:：=])|(?=\\s\\d(?:[\\s-]?\\d){3,5}(?![\\s-]?\\d))))\\s?'
/** No digit, no end of a sentence between the word and the code; who said the word may rest before it. */
const BETWEEN = '(?:[^\\d\\n。；;*]{0,14}?|[^\\d\\n。；;*不没]{0,3}\\n[^\\d\\n。；;*]{0,3}?)'
const DIGITS = '\\d(?:[\\s,，、.-]{0,2}\\d){3,7}'
const MAY_HOLD = /码|动态|短信|信息|消息|code|otp|password|pin/iu
const UNIT = '(?![\\d*]|\\s?(?:[元块秒次遍条位个年月天分%台件点号岁]|小时|开头|打头|seconds|minutes|times|digits))'
const BEHIND_WORD = new RegExp(`(?:${CODE_CUE})${BETWEEN}(${DIGITS})${UNIT}`, 'giu')
const PASSWORD = new RegExp(`${PASSWORD_CUE}(\\d(?:[\\s-]?\\d){3,11})(?!组)${UNIT}`, 'giu')
/** Letters and digits, as a password has them, with signs among them. */
const MIXED =
  /(?:密码|(?<![a-z])password)\s?(?:就?是|改[成为]|换[成为]|设[成为]|为|is|was|[:：=])?\s?((?=[a-z@_.#!-]*\d)(?=[\d@_.#!-]*[a-z])[a-z\d](?:[a-z\d@_.#!-]{4,22}[a-z\d]))(?![\w*@]|[.-]\w)/giu
/** 482913 是验证码, 661204（登录验证码）. */
const BEFORE_WORD = new RegExp(
  `(?<![\\d*])(${DIGITS})[\\s，,]{0,2}(?:[（(【「]?(?:是[\\u4e00-\\u9fff]{0,7}|[\\u4e00-\\u9fff]{0,4})(?:验证码|校验码|动态码|取件码)|(?:is|was) (?:the|my|your)(?: verification| security)? code)(?!错|不|没)`,
  'giu',
)

/** As a message said it: 短信里是 620917 这个码. Six digits, or whatever is called a code. */
const IN_MESSAGE =
  /(?:短信|(?<!订单|物流|快递|商品|产品|会员|店铺)(?:信息|消息))(?:里面?|上面?)?(?:发来|发过来|收到|写|说|给)?的?(?:就?是|为|[:：])\s?(\d{6}(?![\d*万]|\s?[\u4e00-\u9fff]{0,2}(?:[元块年月人名米期份位张件个天单秒次条页]|积分|金币|京豆|优惠))|\d(?:[\s-]?\d){3,7}(?=[\s，,]{0,2}(?:这个|那个)?(?:验证)?码(?![\u4e00-\u9fff]*(?:鞋|衣|裤))))/giu

/** Codes that are sent to prove who somebody is, and those that open a locker: nothing of them stays. In a text whose spoken digits are plain. */
export function findOneTimeCodes(text: string): Span[] {
  if (!MAY_HOLD.test(text)) return []
  const behind = [BEHIND_WORD, PASSWORD, MIXED, IN_MESSAGE]
    .flatMap((pattern) => [...matchesIn(text, pattern)])
    .map(({ 0: whole, 1: code = '', index }) => spanOf(index + whole.length - code.length, code))
  const before = matchesIn(text, BEFORE_WORD).map(({ 1: code = '', index }) => spanOf(index, code))
  return [...behind, ...before]
}

const spanOf = (start: number, code: string): Span => ({
  kind: 'code',
  start,
  end: start + code.length,
  mask: '******',
})
