/** A code that shops, parcels, goods and places have, and nobody proves by it who they are. */
export const OF_THINGS =
  '(?:error|promo(?:tion)?|discount|coupon|voucher|qr|bar|zip|post(?:al)?|area|country|currency|airport|flight|model|product|item|style|batch|lot|serial|colou?r|status|fault|dress|source|tracking|tour|tax|hs|sku|order|invoice|reference)'
/** What a code stands behind. */
export const CODE_CUE = `验证[码吗马嘛]|登[录陆]码|[一1]次性(?:动态|登[录陆])?(?:密码|口令)|[二2]次验证|临时密码|(?:提货|取货|开门)口令|激活短信|短信[:：]?\\s?【[^】\\n]{1,12}】(?=\\s?\\d)|verification (?:no\\.?|number)|短信验证(?=\\s?[:：\\d])|(?<!${OF_THINGS}[ -]?)(?<![a-z])code(?= \\d{3}[- ]\\d{3}(?![\\d-]))|短信[里上]?[的那]?[456四五六]位(?:数字?|码)?|(?<![a-z])sms code|(?<!${OF_THINGS} )(?<![a-z])code (?:was )?(?:sent|texted) to|security code (?:sent|texted) to|开[锁箱柜]码|开门码|解锁码|短信码|[校效]验[码吗]|(?:取件|登[录陆]|动态|支付)口令|(?:刚|收)(?:收|发|来|到)*的?码(?![数不太大小偏也])|认证码|动态码|动态密码|动态口令|确认码|短信码|短信密码|随机码|取件码|提货码|取货码|核销码|verification code|security code|auth(?:entication)? code|one[- ]time (?:code|password)|passcode|pickup code|(?:locker|collection) code|(?<![a-z])otp(?![a-z])|(?<!${OF_THINGS}[ -]?)(?<![a-z])code(?: i got| they (?:just )?(?:sent|texted|emailed|gave)(?: me| us)?| in the message)? (?:is|was)|(?<![a-z])the code:?|(?<!${OF_THINGS}[ -]?)(?<![a-z])code (?:(?:s?he|they|you|i|we|mum|dad)(?:['’]d| had| has)? )?(?:read (?:out|back|off)|reads|quoted|gave|typed|entered|put in|keyed in|from the (?:text|sms|app|email|message|phone|letter)|in the (?:text|sms|app|email|message)(?: is| was| says)?|on (?:his|her|my|the) (?:phone|screen|app))|security code from the app|(?<![a-z])(?:typed|keyed|entered)(?: in)?(?= \\d{6}(?!\\d)[^\\n.]{0,40}field)|(?<![a-z])enter(?: the)? code(?: so)?|one[- ]time (?:thing|number)`
/** The same of words that open something for good, with nothing between them and their digits. */
export const PASSWORD_CUE =
  '(?:密码\\s?(?:就?是|为|[:：=])|(?<![优惠淘红包动享群])口令\\s?(?:就?是|为|[:：=])?(?!\\s?[\\d\\s]{4,9}\\s?(?:可?领|优惠|抢|搜|红包|打开|参加))|(?<![\\u4e00-\\u9fff\\d])码\\s?(?:就?是|[:：])|(?:支付|付款|查询|网银|提现|账户|会员|取款|银行卡?|交易|登[录陆]|锁屏|开机|开门|门锁|门禁|大门|入户|单元门|快递柜|保险[箱柜])密码\\s?(?:就?是|为|[:：=])?|(?<![a-z])pin(?: code| number)?(?:(?: (?:you|they|we|i|he|she) (?:just )?(?:sent|gave|texted|emailed|got|received|told)(?: me| us)?)(?: is| was|[:：])?|\\s?(?:is|was|[:：=])|(?=\\s\\d(?:[\\s-]?\\d){3,5}(?![\\s-]?\\d))))\\s?'

/** zip code 60614, pin code 560034 where it is asked whether it is delivered there: a district, no secret. */
export const isOfDistrict = (text: string, start: number, code: string): boolean =>
  ZIP.test(text.slice(Math.max(0, start - LONGEST_ZIP), start)) ||
  (/^[1-8]\d{5}$/.test(code) &&
    INDIAN.test(text.slice(Math.max(0, start - LONGEST_ZIP), start)) &&
    DELIVERED.test(text.slice(Math.max(0, start - FARTHEST_DELIVERED), start + FARTHEST_DELIVERED)))
const ZIP = /(?<![a-z])(?:zip(?:\s?code)?|post(?:al)?\s?code)(?:\s(?:is|was))?[\s:：=]{0,2}$/iu
const INDIAN = /(?<![a-z])pin\s?code(?:\s(?:is|was))?[\s:：=]{0,2}$/iu
const DELIVERED = /(?<![a-z])(?:COD|cash on delivery|(?:non-?)?service?able|serviceability|pincode)(?![a-z])/iu
const [LONGEST_ZIP, FARTHEST_DELIVERED] = [20, 60]

/** 取件码 12-4-3807: in which shelf of a station a parcel lies, for a few days; whoever fetches it is asked for more (decision 0064). In plain digits. */
export const isOfShelf = (front: string, code: string): boolean => BEHIND_PARCEL.test(front) && SHELF.test(code)
const BEHIND_PARCEL = /(?:取件|提货|取货|菜鸟|驿站|货架)[^\d]{0,12}$/u
const SHELF = /^[A-Z]?\d{1,3}\s?[-－—–杠]\s?\d{1,2}\s?[-－—–杠]\s?\d{3,5}$/iu
