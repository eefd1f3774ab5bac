import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'

/**
 * Codes that are read off a message without a word for a code: what came, what was asked for, which of them it is this time. Six digits in any groups, or four where
 * the words say more. In a text whose spoken digits are plain.
 */
const SIX = '\\d(?:[\\s,，、-]{0,2}\\d){5}(?![\\s,，、-]{0,2}\\d)'
const FOUR_OR_SIX = `(?:${SIX}|\\d(?:[\\s,，、-]{0,2}\\d){3}(?![\\s,，、-]{0,2}\\d))`
const NO_SUM = '(?![\\d*%]|[.:：]\\d|\\s?(?:[元块件个点分天年月日只盒台次斤克米岁万]|积分))'
const FIRST = '(?<![\\d*¥￥$.])'
const AGREED = "(?<![a-z])(?:ok(?:ay)?|right|yeah|yes|got it|got|it['’]?s|that['’]?s|it says|so)[, ]{1,2}"
const PATTERNS: readonly RegExp[] = [
  // 你要的那六位: 702593; 您收到的六位数是209384吧.
  `(?:[要收发]到?的|发过?来的|短信里?的?|[您你]说的)那?个?(?:[六四46]位数?(?:字|码)?|那?个?数字?)(?:是|[:：])\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}`,
  `短信[里上]面?(?:的|写的)?那?个?(?:数字?|号)是\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}`,
  // 收到了 58 20 37 是这个吧; 收到了收到了,六五,一三.
  `收到了[\\s，,]{0,2}(?:收到了?[\\s，,]{0,2})?(?:是\\s?)?${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=\\s?(?:$|[。，,]?(?:是|就)?这个|[，,]?对[吗吧不]|[。]))`,
  // 又来一条,这次是幺九三零,前面那个不算了; 这次是二七四二六零,上次那个过期.
  `(?:又[来收发]到?了?一[条个]|[这刚]次|重发)[^\\d\\n。]{0,6}?(?:是|来的是|[:：])\\s?${FIRST}(${FOUR_OR_SIX})(?=[\\s，,]{0,2}(?:前面|上[次个一]|刚才|之前|第一)[^\\d\\n]{0,4}(?:不算|作废|过期|失效|没用|错))`,
  // 我已经念了啊,六幺,九零,二七.
  `(?:念|报)(?:给[您你]|过|完)?了[啊呀嘛]?[，,]\\s?(?:是\\s?)?${FIRST}(${SIX})${NO_SUM}`,
  // 我看看啊,是九零二,double四,幺,对.
  `我?看[看一]?(?:看|下)?[啊哈]?[，,]\\s?是\\s?${FIRST}(\\d{2,3}[\\s,，]{1,2}\\d{1,3}(?:[\\s,，]{1,2}\\d{1,3})?(?<=\\d(?:[\\s,，]{0,2}\\d){5}))(?=[\\s，,]{0,2}对)`,
  // 保险柜初始753159忘改了.
  `(?:保险[柜箱]|密码[箱锁]|行李箱)的?(?:初始|原始|默认|原来的?)(?:密码|码)?(?:就?是)?\\s?${FIRST}(?!0{4}|1{4}|8{4})(\\d{4,8})${NO_SUM}`,
  // 三四三九,再按一下钥匙,门就弹开了.
  `${FIRST}(\\d(?:[\\s,，]{0,2}\\d){3,5})(?=[\\s，,]{0,2}(?:然后|再)?按一?下?(?:钥匙|井号|确认|[#＃])键?[^\\n]{0,8}门)`,
  // Gate's double nine three oh then hash.
  `(?<![a-z])(?:gate|door|keypad|lockbox|alarm)(?:['’]s| is| code)[^\\d\\n.]{0,10}?${FIRST}(\\d{4,6})(?= (?:then |and |followed by )?(?:hash|pound|star|enter)(?![a-z]))`,
  // 他让我念六位数，我念了四八二九一三; 把六位数字报给他了，739201.
  `[六6]位(?:数字?|的?数|码)?[^\\d\\n。；;]{0,14}?[念报]了?(?:给[他她它们人家对方]{1,3})?了?(?:的?是)?[，,：:\\s]{0,2}${FIRST}(${SIX})${NO_SUM}`,
  // The text said 482913; the message that came was 48 29 13.
  `(?<![a-z])(?:text|message|sms|msg)(?: (?:just|it|that came(?: through)?))? (?:said|read|had|was|gave me)[,:]? (?:it['’]?s |it was |the (?:number|code) |something like )?${FIRST}(${SIX})${NO_SUM}`,
  // The text said four oh two two seven and I never asked for it; text came up, it says 6322, is that what you need; the text said G-518602.
  `(?<![a-z])(?:text|message|sms|msg|verification|otp)(?!book|ure)[^\\d\\n.;]{0,16}?(?:sa(?:id|ys)|reads?|was|is|it['’]?s|came (?:up|through)(?: as)?)[,:]? (?:it['’]?s |the (?:number|code) |like |um,? |er,? )?${FIRST}((?:[a-z]-)?(?!(?:19|20)\\d\\d(?!\\d)|\\d{2}00(?!\\d)|\\d\\d-\\d\\d(?!\\d)|\\d\\d?(?: \\d\\d?){1,4}(?![\\d ]))\\d(?:[ ,-]{0,2}\\d){3,7})(?![\\d*%]|[ ,-]{0,2}\\d|[.:]\\d)(?=[,.?!]? (?:but (?:your|the) (?:page|site|app|form|box)|and i (?:never|didn|got|have)|is (?:that|it|this) (?:it|what|the (?:one|code))|do you need|yeah,? (?:four|4|six|6)|(?:four|4|six|6) digits|what you|that['’]?s (?:it|what)|i (?:never|didn)))`,
  // 短信里的码是 730 158.
  `(?:短信|信息|消息)[里上]?[面头]?(?:来|发来|收到|显示)?的?那?个?码(?:就?是|为|[:：])?\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}`,
  // 他让我把六位数139402念给他.
  `[六四46](?:位|个)(?:的?数字?|码|的)?\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=[念报告输发给])`,
  // 我报数字你记啊，七三七零，四位的; 你念的是零四六幺三九对吗.
  `(?:报|念|说)(?:个|一下|给[你您])?(?:数字?|码)[^\\d\\n。]{0,8}[，,：:]\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=[，,\\s]{0,2}(?:[四六46][位个]|对))`,
  `[你您]?[念报说](?:的(?:就?是)?|过来的?是)\\s?${FIRST}(${SIX})${NO_SUM}(?=[，,\\s]{0,2}(?:[对是][吗吧不没])|[？?])`,
  // 坐席：验证码请告诉我⏎客户：六七一九零二; Agent: what's the code⏎Caller: six seven one nine oh two.
  `验证码[^\\d\\n]{0,14}\\n(?:[\\p{Script=Han}A-Za-z]{1,8}\\s?[:：]\\s?)?(?:[嗯哦啊好的是，,\\s]|稍等|我看[看下]?|收到了?|就?是){0,6}${FIRST}(${FOUR_OR_SIX})(?=$|[\\n，,。；;]|对)`,
  `(?<![a-z])(?<!(?:error|area|post|zip|promo|discount|voucher|product|model|item|fault|dress) )(?:code|otp|passcode)(?![a-z])[^\\d\\n]{0,40}\\n(?:[A-Za-z]{1,9}\\s?:\\s?)?(?:it['’]?s |yes,? |ok(?:ay)?,? |sure,? |um,? |uh,? ){0,3}${FIRST}(${FOUR_OR_SIX})(?=$|[\\n,.])`,
  // 短信里让回复8392才算确认; 它让我回复二零五五确认.
  `回复\\s?${FIRST}(${FOUR_OR_SIX})(?=[\\s，,]{0,2}(?:才算?|就|来|去)?(?:确认|同意|授权|开通|办理|验证))`,
  // 现在它又发一个六幺七零.
  `(?:又|再|重新)发了?来?[一1]?[个条遍次]?[，,：:\\s]?(?:是\\s?)?${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=$|[，,。；;])`,
  // 验证码发我两遍了，第一个7741，第二个0926.
  `(?<=码[^\\n。]{0,40}第[一二三两1-3]个(?:是|[：:])?\\s?)${FIRST}(${FOUR_OR_SIX})${NO_SUM}`,
  // 快递柜给的码903 117过期了.
  `(?:柜|丰巢|驿站)[^\\d\\n。]{0,10}码(?:是|[：:])?\\s?${FIRST}(${FOUR_OR_SIX})(?=[\\s，,]{0,2}(?:就|已经?)?(?:过期|失效|不对|无效|打不开|用不了|错))`,
  // 四位数,六六八幺,输进去说不对; 我这明明来了啊,二八四三八四.
  `[四六46]位数?[，,：:\\s]{1,2}${FIRST}(${FOUR_OR_SIX})(?=[，,。\\s]{1,2}(?:我|再)?(?:输|填|打进|试))`,
  `收不到[^\\d\\n]{0,20}来了[啊呀嘛]?[，,]\\s?${FIRST}(${SIX})${NO_SUM}`,
  // The code I got by text is 604182; Verification: I typed 55 20 16 three times.
  `(?<![a-z])(?<!(?:error|area|post|zip|promo|discount|voucher|product) )code (?:(?:i|we|she|he|they|that|you) )?(?:just )?(?:got|received|came|sent|gave)[^\\d\\n.]{0,24}?${FIRST}(${SIX})${NO_SUM}`,
  `(?<![a-z])(?:verif[a-z]*|(?:security |login )?code|otp)[^\\d\\n]{0,20}?(?:typed|entered|keyed|put in|tried)(?: in)? ${FIRST}(\\d\\d(?: \\d\\d){2}|\\d{3} ?\\d{3})(?![\\d*%])`,
  // code TX-8842 from the letter.
  `(?<![a-z])(?<!(?:error|area|post|zip|promo|discount|voucher|product|model|item|fault) )code ([a-z]{1,3}-\\d{4,6})(?= (?:from|in|on) (?:the|my|your) (?:letter|text|e-?mail|sms|message))`,
].map((source) => new RegExp(source, 'giu'))
/** The same by words that sums and years are told by as well. */
const PERHAPS: readonly RegExp[] = [
  // 对方让我把573802告诉他; 那个骗子让我念五七三八零二.
  `(?:让|叫|要|喊)我(?:把|念|报|说)(?:那?个?(?:数字|码)?(?:是|[:：])?)?\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}`,
  `(?:把|念|报)\\s?${FIRST}(${SIX})${NO_SUM}(?=[，,\\s]{0,2}(?:都|也)?(?:告诉|念给|报给|发给|念了|报了))`,
  // 刚收到短信0358四位的，是这个吗; it says four four seven one, just four digits.
  `(?:短信|信息|消息)(?:是|[:：])?\\s?${FIRST}(\\d(?:[\\s-]?\\d){3})(?=[，,\\s]{0,2}[四4](?:位|个数))`,
  `(?<![a-z])(?:it|text|message|screen) (?:says?|said|reads?|was)[,:]? ${FIRST}(${FOUR_OR_SIX})(?=[, ]{1,2}(?:just |only |that['’]?s )?(?:four|4|six|6) (?:digits|numbers|figures))`,
  // 刚收到短信说8853，是不是报给你.
  `(?:短信|信息|消息)(?:里|上)?[面头]?[说写]的?(?:是|[:：])?\\s?${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=[，,。\\s]{1,2}(?:是不是|要不要|[要能]不能?|可以)?要?(?:报|念|告诉|发|提供)(?:给)?[你您他她])`,
  // 念给你啊,三八八,六幺七; 你记一下,五幺八,九零三.
  `(?:念给[你您](?:听|[啊呀哈])?|我[念报](?:一下|给[你您]|[啊呀哈了])?|[你您]记(?:一下|着|好))[，,：:\\s]{1,2}${FIRST}(${SIX})${NO_SUM}(?=$|[，,。\\s])`,
  // 提供一下六位数字,哦,三幺八零四四.
  `(?<![前后末尾])[六6]位(?:数字?|码|的)?[^\\d\\n。]{0,6}?[，,：:\\s]{1,2}${FIRST}(${SIX})${NO_SUM}(?=$|[，,。\\s])`,
  // 它发过来是九零四幺,四位的对吧; 收到了,五六零九,四位.
  `(?:发过?来的?|收到的?了?|显示的?|[写来]的|短信)(?:就?是)?[，,：:\\s]{0,2}${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=[，,\\s]{1,2}(?:[四六46](?:位|个数)(?![数价]|的价)|(?<=\\d(?:[\\s,，、-]{0,2}\\d){5}[，,\\s]{1,2})对[吧吗不]))`,
  `(?:^|[^\\p{Script=Han}]|[它她他们统台机])发过?来的?(?:就?是)?[：:\\s]{0,2}${FIRST}(${FOUR_OR_SIX})${NO_SUM}(?=[，,\\s]{1,2}对[吧吗不])`,
  // okay 55190, did that work; G-492071, is that the one.
  `${AGREED}${FIRST}(\\d(?:[ ,-]{0,2}\\d){3,5})(?![\\d*]|[.:]\\d)(?=, (?:(?:did|does|is|has|was) (?:that|it|this) (?:work(?:ing)?(?: now)?|go(?:ne)? through|take(?:n)?)(?=[?.!]?$|[?.!\\n])|try (?:that|it)(?![a-z])))`,
  `${AGREED}((?:[a-z]-\\d{2,3} ?\\d{3}|\\d{6}|\\d{3} \\d{3}))(?![\\d*]|[.:]\\d)(?=, (?:is|was|does) (?:that|it|this) (?:right|the (?:one|1|code)|help|it(?![a-z])|ok(?:ay)?))`,
].map((source) => new RegExp(source, 'giu'))
/** A sum, a count or a year is told by the same words: 2500, 360000, 2030. */
const IS_ROUND = /^(?:\d{2}00|(?:19|20)\d{2}|\d+000)$/
/** 重发了三次,分别6027、1184、9350,都提示错误. */
const SEVERAL =
  /[发试输][^\n。]{0,8}分别是?\s?(\d{4,6}(?:\s?[、，,和]\s?\d{4,6}){1,4})(?=[\s，,]{0,2}都?(?:提示|显示|说|报)?(?:错|不对|无效|过期|失效|不行))/gu
/** Four digits near each other. */
const HAS_DIGITS = /\d(?:[\s,，、-]{0,2}\d){3}/u
const MAY_HOLD =
  /验证码|code|otp|[六四46]位|回复|再发|第[一二三两1-3]个|柜|丰巢|驿站|收不到|code |verif|otp|(?:text|message|sms|msg) |(?:says?|said|reads?|was)[,:]? |我[把念报说]|[把念报]\s?\d|收到|短信|[这刚]次|又[来收发]|重发|念|[我你您]报|[你您]记|[四六]个数|显示|发过?来|, (?:did|does|is|has|was|try)|报[给过完]|[,，]是|保险|密码|按一?下?|gate|door|keypad|lockbox|alarm/iu

export function findToldCodes(text: string): Span[] {
  if (!isIn(text, HAS_DIGITS) || !isIn(text, MAY_HOLD)) return []
  const perhaps = PERHAPS.flatMap((pattern) => matchesIn(text, pattern)).filter(
    ({ 1: code = '' }) => !IS_ROUND.test(code.replace(/\D/g, '')),
  )
  const one = [...PATTERNS.flatMap((pattern) => matchesIn(text, pattern)), ...perhaps].map(
    ({ 0: whole, 1: code = '', index }): Span => {
      const start = index + whole.indexOf(code)
      return spanOf(start, code)
    },
  )
  const several = matchesIn(text, SEVERAL).flatMap(({ 0: whole, 1: codes = '', index }): Span[] => {
    const start = index + whole.indexOf(codes)
    return [...codes.matchAll(/\d+/gu)].map(({ 0: code, index: at }) => spanOf(start + at, code))
  })
  return [...one, ...several]
}

const spanOf = (start: number, code: string): Span => ({
  kind: 'code',
  start,
  end: start + code.length,
  mask: '******',
})
