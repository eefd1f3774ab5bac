import { CODE_CUE, isOfDistrict, isOfShelf, OF_THINGS, PASSWORD_CUE } from './code-words.ts'
import { LETTERED_BEFORE, letteredCodes } from './lettered-code.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/** No digit, no end of a sentence between the word and the code; who said the word may rest before it. */
const BETWEEN =
  '(?:[^\\d\\n。；;*]{0,14}?|[^\\d\\n。；;*]{0,6}[。；;]\\s?(?:客户|顾客|用户|customer|caller)[:：]\\s?|(?: [a-z]{2,9}){1,6}[:：]? |\\s?[（(]\\d位数?字?[)）][\\s:：]{0,2}|分[两2三3四4][段次半][^\\d\\n。；;*]{0,4}|[^\\d\\n。；;*不没]{0,3}\\n[^\\d\\n。；;*]{0,3}?)'
const DIGITS =
  '\\d(?:(?:[\\s,，、.-]{0,3}|…{1,2}|\\s?[杠横]\\s?|,? ?dash |[\\s，,]{0,2}(?:后面是?|后[半头边]是?|最?后[两三四]位是?|中间[两三四]?位?是?|然后是?|接着是?|再)[\\s：:]?)\\d){3,11}'
const MAY_HOLD =
  /码|动态|口令|[请切]勿|[46][ -](?:digits?|numbers?)|有效|never share|短信[来到]|卡密|\*{6}|text|sms|message|验证|背[面后]|短信|信息|消息|code|otp|passw|pwd|(?<![a-z])pw(?![a-z])|temp pass|pin|cv[vc]|one[- ]time|verif|secur|memorable|secret/iu
const UNIT =
  '(?![\\d*]|\\s?(?:[元块秒次遍条位个年月天分%台件点号岁]|人(?!家)|小时|开头|打头|seconds|minutes|times|digits))'
/** 2024/11/02: no code has one in front. */
const NO_DAY = '(?!20[0-4]\\d[-/／.](?:0?[1-9]|1[0-2])[-/／.](?:0?[1-9]|[12]\\d|3[01])(?!\\d))'
const BEHIND_WORD = new RegExp(`(?:${CODE_CUE})(?![^\\d\\n]{0,4}模板)${BETWEEN}${NO_DAY}(${DIGITS})${UNIT}`, 'giu')
const PASSWORD = new RegExp(`${PASSWORD_CUE}(\\d(?:[\\s-]?\\d){3,11})(?!组)${UNIT}`, 'giu')
/** Letters and digits, as a password has them, with signs among them. */
const MIXED =
  /(?:密码|(?<![a-z])password)\s?(?:就?是|改[成为]|换[成为]|设[成为]|为|is|was|[:：=])?\s?((?=[a-z@_.#!-]{0,23}\d)(?=[\d@_.#!-]{0,23}[a-z])[a-z\d](?:[a-z\d@_.#!-]{4,22}[a-z\d]))(?![\w*@]|[.-]\w)/giu
/** 482913 是验证码, 661204（登录验证码）. */
const BEFORE_WORD = new RegExp(
  `(?<![\\d*])(${DIGITS})[\\s，,]{0,2}(?:[（(【「]?(?:是[\\u4e00-\\u9fff]{0,7}|[\\u4e00-\\u9fff]{0,4})(?:验证码|校验码|动态码|取件码)|(?:is|was) (?:the|my|your)(?: (?!${OF_THINGS} )[a-z]{2,12}){0,2} code(?![a-z]))(?!错|不|没)`,
  'giu',
)

/** What stands between the word for a password and the password itself, somebody's birthday perhaps. */
const TOLD =
  '(?:\\s?(?:我|一直|以前|之前|原来|用|的|设|是不是|就是|还是|仍是|仍然是|是|记得|那个|好像|改成|换成|生日(?:反过来|倒过来)?|[她他]说|为|i set|was|[:：=,，]|is|was|for (?:the|my|your) [a-z]{2,10}|(?<=pass|pw|pwd))){0,6}\\s?'
const OF_PASSWORD = '(?:密码|口令|(?<![a-z])(?:password|passwd|pwd|pw|temp pass|passcode))'
/** A password that is being typed behind the word for it: letters and a digit or a sign, or figures. */
export const BEGUN_PASSWORD = `${OF_PASSWORD}${TOLD}(?<rest>(?=[a-z@$_.#!-]{0,23}[\\d@$_#!])[a-z\\d][a-z\\d@$_.#!-]{2,23})$`
/** The digits on the back of a card. */
export const BEGUN_ON_THE_BACK =
  '(?:(?<![a-z])(?:cvv2?|cvc2?)|安全码|背[面后]的?(?:后)?三位(?:数字?|码)?|3位数?)[^\\d\\n。]{0,12}?(?<rest>\\d(?:[\\s,，]{0,2}\\d){0,3})$'

/** What a message said, as IN_MESSAGE has it, and an answer only its owner knows. */
export const BEGUN_IN_MESSAGE =
  '(?:短信|信息|消息)(?:里面?|上面?)?(?:发来|发过来|收到|写|说|给)?的?(?:就?是|为|[:：])\\s?(?<rest>\\d(?:[\\s-]?\\d){3,7}[\\s，,]?(?:这个?|那个?)?)$'
export const BEGUN_SECURITY_WORD = '(?:security|memorable|secret) (?:word|answer) is (?<rest>[a-z]{1,16})$'

/** Figures behind it, where the words say whose or what they are. */
const TOLD_FIGURES = new RegExp(
  `${OF_PASSWORD}(?=[^\\d\\n]{0,14}(?:是|生日|记得|用的|设|is|was))${TOLD}(\\d(?:[\\s-]?\\d){3,11})(?!组)${UNIT}`,
  'giu',
)
/** Letters and digits, or signs among them: Lihua#5208. Goods have both as well. */
const TOLD_MIXED = new RegExp(
  `${OF_PASSWORD}${TOLD}(?!iphone|ipad|mate|galaxy|redmi|https?)((?=[a-z@$_.#!*-]{0,23}\\d)(?=[\\d@$_.#!*-]{0,23}[a-z])[a-z\\d](?:[a-z\\d@$_.#!-]{4,22}[a-z\\d!$#]))(?![\\w*@]|[.-]\\w)`,
  'giu',
)
/** Spelled: 大写L小写h 井号 五二零八. */
const SPELLED_PASSWORD =
  /密码[^\n\d大小]{0,6}((?:[大小]写的?)[a-z]{1,12}(?:\s?(?:[大小]写的?)?(?:[a-z]{1,12}|井号|下划线|感叹号|美元符?号?|星号|点|杠|\d{1,8})){1,8})/giu
/** Behind it may stand what became of it just as well. */
const SECURITY_WORD =
  /(?:security|memorable|secret) (?:word|answer) is (?!(?:wrong|missing|(?:in)?correct|required|needed|case|not|rejected|too|accepted|always|never|right|the|that|very|set|asked|unknown|invalid|valid|what|my|your|something|nothing|only|still|also|now|different|gone|empty|hard|easy|being)(?![a-z]))([a-z]{3,16})(?![a-z])/giu
/** The three digits on the back of a card. */
const ON_THE_BACK =
  /(?:(?<![a-z])(?:cvv2?|cvc2?|security code(?: on the back)?)|安全码|(?:卡|信用卡)?背[面后]的?(?:后)?三位(?:数字?|码)?|[卡背][面后]?的?3位数?)[^\d\n。]{0,12}?(\d(?:[\s,，]{0,2}\d){2,3})(?![\d*]|\s?[元块个件])/giu
/** Said twice, for it was wrong or forgotten: 三八 等等 三八零六四二. */
/** A code that was sent is told at once: 短信来了 401863; code says, hang on, 618 205. */
const JUST_CAME =
  /(?:(?:短信|验证码?|码|信息)[来到发]*[来到]了|短信上?写的|发来的码|(?<![a-z])it texted me|(?<!(?:error|area|post|zip|hs|fault|status|product|country|promo|model|qr) )(?<![a-z])(?:code|pin|otp|text|sms)(?:['’]s| says?| reads))[^\d\n。；;]{0,40}?(?<![a-z\d]|(?:余额|金额|欠费)(?:还剩|还有|是|为|剩)?[:：\s]{0,2})(\d(?:[\s,，-]{0,2}\d){3,5})(?![\d*]|[\s,，-]{0,2}\d|\s?[元块年月期天分秒个次条点])/giu
/** The same while it is typed, and another one behind the first. */
export const BEGUN_JUST_CAME =
  "(?:(?:短信|验证码?|码|信息)[来到发]*[来到]了|短信上?写的|发来的码|(?<![a-z])it texted me|(?<![a-z])(?:code|pin|otp)(?:['’]s| says?| reads))[^\\d\\n。；;]{0,40}?(?<rest>\\d(?:[\\s,，-]{0,2}\\d){0,6})$"
export const BEGUN_ANOTHER = `(?:${CODE_CUE})[^\\n。*]{0,14}\\d{4,8}[^\\d\\n。*]{0,16}?(?:又|新的|第二个|再发|不是|而是|换成|改成|应该是)[^\\d\\n。*]{0,8}?(?<rest>\\d(?:[\\s,，-]{0,2}\\d){0,7})$`
/** Behind a password's word and what is said of it: 支付密码嘛我都用290518, PIN for the luggage locker was 5927. No number that one calls. */
const SAID_OF_PASSWORD =
  /(?:(?:支付|付款|取款|查询|登录|开机|锁屏|家?门|门锁|门禁|会员|账户)(?:的?密码|口令)|(?<![a-z])(?:pin|passcode)(?![a-z]))(?![锁箱本器])[^\d\n。；;错误失败]{1,24}?(?<![a-z\d]|[忘错][了记]?[，,]\s?(?:型号|款号|货号)[是为:：\s]{0,2})(?!1[02]\d{3}(?!\d)|9[56]\d{3}(?!\d)|400)(\d(?:[\s,，-]{0,3}\d){3,7})(?![\d*]|\s?(?:[元块秒次遍条个年月天分%台件点号岁位]|小时|minutes|times|digits|pieces|g(?![a-z])|w(?![a-z])))/giu
/** Keys of a lock: 门锁八洞六两，然后按井号. */
const AT_A_LOCK =
  /(?:门锁|门禁|密码锁|单元门|柜)[^\d\n。]{0,10}?(\d(?:[\s,，-]{0,2}\d){3,7})(?=[\s，,]{0,2}(?:然后|再|完了|最后)?按?[井#＃])/giu
/** Another one, the first being too old: 7714 过期了,又发一个 3092. */
const ANOTHER =
  /(?<=\*{6}[^\d\n。*]{0,16}?(?:又|新的|第二个|再发|不是|而是|换成|改成|应该是|new one|another)[^\d\n。*]{0,8}?)(\d(?:[\s,，-]{0,2}\d){3,7})(?![\d*]|\s?[元块个月年号天分秒])/giu
/** Cards of shops are opened by groups of letters and digits: 卡密 XQ7M-29KD-PT4C-0H8R. */
const OF_A_GIFT =
  /(?:卡密|兑换码|激活码|礼品卡号?|(?:gift|redeem) ?(?:card|code))[\s:：是为]{0,3}((?=[A-Z\d-]*\d)[A-Z\d]{4,5}(?:[-\s][A-Z\d]{4,5}){2,4})/giu
const SAID_TWICE = new RegExp(
  `(?:${CODE_CUE})${BETWEEN}(\\d(?:[\\s,，、]{0,2}\\d){1,11}(?=[^\\d\\n。；;]{0,10}(?:等等|等一下|不对|来着|哦不|啊不|错|不是|重|sorry|wait|(?<![a-z])no(?![a-z])))[^\\d\\n。；;]{1,12}\\d(?:[\\s,，、]{0,2}\\d){2,7})${UNIT}`,
  'giu',
)
/** With other signs between: 验证码【27/59/13】, 验证码是 318|206, 验证码 48/29/13. What may be a day, in no bracket, is left. */
const OTHER_SIGN = '(?:[/／|｜·・_~～+＋:：*#→]|[…‥]{1,2})'
const DAY = '(?:\\d{2}[/／](?:0\\d|1[0-2])[/／]|(?:0\\d|1[0-2])[/／](?:[0-2]\\d|3[01])[/／])'
const IN_OTHER_SIGNS = new RegExp(
  `(?:${CODE_CUE})[\\s:：是为]{0,3}(?:[【\\[（(「『<《“"]\\s?(?!20\\d\\d${OTHER_SIGN})(?=\\d(?:[^\\d\\n]{0,3}\\d){3,7}\\s?[】\\])）」』>》”"])|(?<=[是为:：]\\s?)|(?<=码)\\s?(?!${DAY})(?=\\d{3}[/／]\\d{3}(?!\\d)|\\d{2}(?:[/／]\\d{2}){2}(?!\\d)))(\\d(?:\\s?${OTHER_SIGN}\\s?\\d){3,7}|\\d{2}(?:\\s?${OTHER_SIGN}\\s?\\d{2}){1,3}|\\d{3}\\s?${OTHER_SIGN}\\s?\\d{3}|\\d{4}\\s?${OTHER_SIGN}\\s?\\d{2,4})${UNIT}`,
  'giu',
)

/** SUMMER2024: the end of what shops give. No word that says a code follows. */
/** With the code it drops to $71.99. */
const IS_PRICED = /[¥￥$€£]\s?$/u
const OF_A_WORD = /[a-z]{4,}(?<!code|passcode|pin|otp|is|was)$/iu

/** The text says between 10-12. */
const OF_A_TEXT = /^(?:text|sms)/iu
const HOURS = /^\d{1,2}-\d{1,2}$/

/** As a message said it: 短信里是 620917 这个码. Six digits, or whatever is called a code. */
const IN_MESSAGE =
  /(?:短信|(?<!订单|物流|快递|商品|产品|会员|店铺)(?:信息|消息))(?:里面?|上面?)?(?:(?:发来|发过来|收到|写|说|给)?的?(?:就?是|为|[:：])|写着?|说)\s?(\d(?:(?:[\s,，]|然后)?\d){5}(?![\d*万]|\s?[\u4e00-\u9fff]{0,2}(?:[元块年月人名米期份位张件个天单秒次条页]|积分|金币|京豆|优惠))|(?=0|\d{4}[\s，,。]{0,2}(?:四位|4位|对[吗吧么]|你?[可千]?万?别告|不要告|我念|念给|报给|填|输))\d{4}(?![\d*万]|[.-]\d|\s?[元块年月日号分秒次])|\d(?:[\s-]?\d){3,7}(?=[\s，,]{0,2}(?:这个|那个)?(?:验证)?码(?![\u4e00-\u9fff]*(?:鞋|衣|裤))))/giu

/** The message itself: 短信482913, 【某行】482913，请勿泄露. */
const THE_MESSAGE =
  /(?:短信|消息)\s?[:：]?\s?(?!10[06]|9[56]\d{3})(\d{6})(?![\d*]|[.-]\d|\s?(?:[\u4e00-\u9fff]{0,2}(?:[元块年月天分秒次条个位人]|积分)))/giu
const NOT_TO_BE_TOLD =
  /(?<=(?:^|[】\])）\n，,。“"「『]|(?<!券|优惠|兑换|邀请)码[是为:：]?)\s?)(?!20[0-4]\d[01]\d[0-3]\d(?!\d))(\d{4,8})(?=[”"」』]?[\s，,。.]{0,2}(?:[请切]勿(?:泄露|告[知诉]|转发|提供)|(?:有效期\s?)?\d{1,2}\s?分钟(?:内|之内)?有效|(?:do not|don['’]t|never) share))/giu

/** code 39251 just came. */
const HAS_COME =
  /(?<=(?<!(?:error|area|post|zip|hs|fault|status|product|country|promo|model|qr|discount|voucher) )(?<![a-z])(?:code|pin|otp)[,:]? )(\d{4,8})(?= (?:(?:has|have|is|only|just) ){0,2}(?:come|came|arrived|landed|popped|turned up|got here)(?![a-z]))/giu
/** six digits yeah? 0 8 3 7 7 1: one by one, and of nothing that is bought. */
const COUNTED_DIGITS =
  /(?<!(?:order|tracking|serial|model|item|part|invoice|account|reference|ticket|card|phone|policy|sku|batch|lot|asset|bar ?code|extension)[^\d\n.;]{0,40})(?<![a-z\d])(?:(?:six|6)[ -](?:digits?|numbers?)(?: code)?[^\d\n.;]{0,16}?(?=\d(?:[ ,]{0,2}\d){5}(?![ ,]{0,2}\d))|(?:four|4)[ -](?:digits?|numbers?)(?: code)?[^\d\n.;]{0,16}?(?=\d(?:[ ,]{1,2}\d){3}(?![ ,]{0,2}\d)))(\d(?:[ ,]{0,2}\d){3,5})(?![\d*]|[ ,]{1,2}\d)/giu

/** Codes that are sent to prove who somebody is, and those that open a locker: nothing of them stays. In a text whose spoken digits are plain. */
export function findOneTimeCodes(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const behind = [
    ...[
      SAID_TWICE,
      BEHIND_WORD,
      PASSWORD,
      MIXED,
      IN_MESSAGE,
      TOLD_FIGURES,
      TOLD_MIXED,
      JUST_CAME,
      COUNTED_DIGITS,
      ANOTHER,
      OF_A_GIFT,
      SAID_OF_PASSWORD,
      AT_A_LOCK,
      IN_OTHER_SIGNS,
      THE_MESSAGE,
    ],
    ...[SPELLED_PASSWORD, SECURITY_WORD, ON_THE_BACK],
  ]
    .flatMap((pattern) => [...matchesIn(text, pattern)])
    .concat(letteredCodes(text))
    .filter(({ 0: whole, 1: code = '', index }) => {
      const front = whole.slice(0, whole.length - code.length)
      return (
        !OF_A_WORD.test(front) &&
        !IS_PRICED.test(front) &&
        !(OF_A_TEXT.test(front) && HOURS.test(code)) &&
        !isOfShelf(front, code) &&
        !isOfDistrict(text, index + front.length, code)
      )
    })
    .map(({ 0: whole, 1: code = '', index }) => spanOf(index + whole.length - code.length, code))
  const before = [BEFORE_WORD, NOT_TO_BE_TOLD, LETTERED_BEFORE, HAS_COME]
    .flatMap((pattern) => [...matchesIn(text, pattern)])
    .map(({ 1: code = '', index }) => spanOf(index, code))
  return [...behind, ...before]
}

const spanOf = (start: number, code: string): Span => ({
  kind: 'code',
  start,
  end: start + code.length,
  mask: '******',
})
