/** A number with what stands between its digits, hidden digits too: 139 0000 8817, 139****8817, (020) 7946-0018. */
const NUMBER = String.raw`[+(（]{0,2}\p{Nd}(?:[-() （）·.]{0,2}[\p{Nd}*×xX])`
/** What is counted so is a dose, an age or a floor. */
const COUNTED = String.raw`\s?(?:片|粒|颗|瓶|盒|板|包|袋|毫[克升]|[克斤岁楼层刀个次天]|(?:years?|pills?|tablets?|capsules?|bottles?|packs?|boxes|box|mg|mls?|g|of|x)\b)`
const NO_MORE = String.raw`(?!\p{Nd}|${COUNTED})`
/** So many digits are no dose, no age and no price, whatever stands before them. */
const LONG_NUMBER = String.raw`(?<!\p{Nd})${NUMBER}{6,24}${NO_MORE}`
const SHORT_NUMBER = `#?[A-Za-z]{0,12}-?${NUMBER}{0,24}${NO_MORE}`
/** Read out: 一三九零零零零. */
const READ_OUT = '[零〇一二三四五六七八九幺两]{7,18}'

const WHOSE =
  '(?:请|麻烦|快|就)?(?:打给|打|拨打|拨|回拨|回电|回|联系)?(?:(?:我|他|她|客户|来电人?|本人|对方|顾客|用户|老人|家属)们?)?的?(?:这个)?'
const PHONE =
  '(?:(?:联系|来电|回拨|回电|手机|家庭|家里|固定|紧急|联系人)?(?:电话号?码?|手机号?码?|座机号?|号码|来电|回拨|回电|联系方式|微信号?|QQ号?|热线))'
const ORDER =
  '(?:(?:订单|运单|快递单|物流单|工单|售后单|退货单|服务单|案件)(?:编号|号码|尾号|号)?|(?:会员|客户|账户|身份证|卡|受理)(?:编号|号码|尾号|号)|账号|单号|尾号|编号|邮编)'
const TELLING = String.raw`(?:[是为在]|[:：])?\s{0,3}`
/** Begins behind a sign, a gap or a Chinese sign: no word is cut in two. */
const BEGIN = String.raw`(?<![\p{Ll}\p{Lu}])`
const ENGLISH_PHONE = String.raw`(?:(?:please )?(?:call|ring|phone|text|reach|contact) (?:me|him|her|them|us|back|caller)(?: back)?(?: on| at)?|(?:(?:my|his|her|their|the|our|callers|caller's) )?(?:call ?back|contact|phone|mobile|cell|telephone|tel|home)?(?: ?(?:number|no\.?|phone|mobile|cell))?)(?: (?:is|on|at)|'s)?[:：]?\s{0,3}`
const ENGLISH_ORDER = String.raw`(?:(?:my|his|her|the|our) )?(?:(?:order|ref|reference|ticket|tracking|booking|invoice)(?: ?(?:number|no\.?|id|ref))?|(?:case|account|customer|membership|parcel) ?(?:number|no\.?|id|ref))(?: is)?[:：]?\s{0,3}`

const AREA = '(?:自治区|省|市|区|县|镇|乡|村|街道|路|街|大道|巷|弄|胡同|小区|花园|公寓|大厦|广场|新村|家园|社区|宿舍)'
const DIGITS = String.raw`[\p{Nd}一二三四五六七八九十]`
const OF_A_HOUSE = String.raw`(?:${DIGITS}|[A-Za-z])\s?(?:号楼|号院|号|栋|幢|弄|巷|组|单元|室)`
const WITHIN = String.raw`(?:${OF_A_HOUSE}|${DIGITS}\s?[楼层座门])`
/** Who tells that somebody stands on a roof, at a window or by a river tells of danger, and no address; so does a floor alone. */
const NO_ADDRESS =
  '天台|楼顶|顶楼|顶层|房顶|阳台|窗|桥|江边|河边|海边|湖边|站台|铁|公路|马路|高速|国道|轨道|崖|计划|定在|[我他她你想要死跳杀打刀砍割吃喝了不]'
const SIGN = String.raw`(?:(?!${NO_ADDRESS})[\p{Script=Han}\p{Nd}A-Za-z\- ])`
const ITS_END = String.raw`(?:\s?${DIGITS}{2,4})?(?=$|[^\p{Script=Han}\p{Nd}]|[我他她])`
const BEHIND = `(?:${SIGN}{0,16}${WITHIN})?${ITS_END}`
const WHO = '(?:[我他她]们?|客户|来电人|老人|本人)?(?:现在|目前|就|家|人)?'
const LIVES = `(?:${WHO}(?:住在|住)|(?:我|他|她|客户)?的?(?:家庭|收货|详细|现住)?(?:地址|住址|位置|定位)[是在]?)[:： ]{0,3}`
const ADDRESS = [
  `${LIVES}${SIGN}{1,20}(?:${AREA}|${OF_A_HOUSE})${BEHIND}`,
  String.raw`(?:${WHO}(?:在|位于)|(?<![\p{Script=Han}\p{Nd}])(?=[^,，。!！?？;；\n]{0,30}\p{Nd}))${SIGN}{1,20}${AREA}${BEHIND}`,
].join('|')

const STREET =
  '(?:road|rd|street|st|avenue|ave|lane|ln|drive|dr|close|court|ct|way|place|pl|crescent|terrace|gardens|square|hill|park|grove|row|boulevard|blvd|mews|walk|house)'
/** «2 men in the street», «20 pills in the park». */
const NO_STREET = String.raw`(?:in|on|at|the|my|his|her|our|their|a|an|of|to|and|or|from|with|for|by|outside|near|down|up|into|over|off|pills|tablets)\b`
/** A street beside it is where somebody stands, and no address. */
const STANDS =
  '[ ,]{1,2}(?:railway |multi-?storey |rail |train )?(?:bridge|roof|rooftop|car park|tracks?|station|platform|viaduct|crossing|balcony|tower|cliff|river|canal)'
const POSTCODE = String.raw`(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})`
const UNIT = String.raw`(?:(?:flat|apartment|apt|unit|room)\.? ?\w{1,4})`
const ENGLISH_LIVES = `(?:(?:(?:i|we|he|she|they)(?:['’]?(?:m|re|s)| am| are| is)?|(?:my|his|her|our|the) (?:address|house|flat) is|address)?[: ]{0,3}(?:(?:live|lives|living|staying|located|based) )?(?:(?:at|on|in) )?)`
const ENGLISH_ADDRESS = String.raw`${ENGLISH_LIVES}(?:${UNIT},? )?\d{1,5}[a-z]? (?:(?!${NO_STREET})[a-z'’]+ ){1,3}${STREET}\b(?!${STANDS})(?:,? ${UNIT})?(?:,? (?:in )?(?!(?:i|he|she)\b)[a-z]+(?=\s*(?:$|[,，.;。]|${POSTCODE})))?(?:,? ${POSTCODE})?`

const EMAIL = String.raw`(?:(?:my |邮箱|email|e-mail)(?: is|是)?[:： ]{0,3})?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,4}`

/** A number told in pieces, and what of it is not remembered: 前三位是138, 最后四位不记得了好像是3310, «the last four I don't remember, maybe 3310». */
const WHICH = '(?:最前|最后|最末|中间|开头|末尾|结尾|前|后|头|尾|剩下|其余|第[一二三四]段)(?:面|边|头)?的?'
const COUNT_OF_DIGITS = String.raw`[\p{Nd}一二两三四五六七八九十几]{1,2}(?:位数?字?|个(?:数字?|号))`
const PERHAPS = '(?:我|她|他)?(?:记得|觉得|好像|应该|大概|可能|貌似|似乎|也许)?就?(?:是|[:：])?'
const DIGITS_TOLD = String.raw`\s?(?:\p{Nd}{1,8}|[零〇一二三四五六七八九幺两洞拐]{2,8})${NO_MORE}`
const FORGOTTEN =
  '(?:我|她|他|客户|老人|真的?|也|都|就|实在)*(?:不记得|记不得|记不清楚?|记不住|想不起来|忘记?|看不清楚?|不清楚|不确定|不知道)(?:了|是多少了?|是啥了?)*'
const DIGITS_IN_PIECES = [
  `(?:${WHICH}${COUNT_OF_DIGITS}|${WHICH}(?=是|[:：]))(?:${PERHAPS}${DIGITS_TOLD}|${FORGOTTEN}(?:[,，]?${PERHAPS}${DIGITS_TOLD})?)`,
  `${FORGOTTEN}(?:了|的)?${WHICH}${COUNT_OF_DIGITS}(?:[,，]?${PERHAPS}${DIGITS_TOLD})?`,
].join('|')
const ENGLISH_WHICH = String.raw`(?:the )?(?:first|last|middle|next|final|other|remaining) (?:one|two|three|four|five|six|seven|eight|few|couple|\d{1,2})(?: (?:digits?|numbers?|figures?))?`
const ENGLISH_PERHAPS =
  "(?:,? ?(?:is|are|was|were|it['’]?s|i think|maybe|perhaps|possibly|might be|could be|something like))"
const ENGLISH_FORGOTTEN =
  "(?:i )?(?:do not|don['’]?t|cannot|can['’]?t|couldn['’]?t) (?:remember|recall|make out|read|see|get)"
const ENGLISH_PIECES = [
  String.raw`${ENGLISH_WHICH}(?:${ENGLISH_PERHAPS}{1,3} ?\d{1,8}|,? ${ENGLISH_FORGOTTEN}(?:${ENGLISH_PERHAPS}{0,3},? ?\d{1,8})?)${NO_MORE}`,
  String.raw`${ENGLISH_FORGOTTEN} ${ENGLISH_WHICH}(?:${ENGLISH_PERHAPS}{0,3},? ?\d{1,8})?${NO_MORE}`,
].join('|')

const FOUND_BY = new RegExp(
  [
    EMAIL,
    DIGITS_IN_PIECES,
    `${BEGIN}(?:${ENGLISH_PIECES})`,
    `${WHOSE}(?:${PHONE}|${ORDER}|账户|身份证|会员|卡)?${TELLING}(?:${LONG_NUMBER}|${READ_OUT})`,
    `${WHOSE}(?:${PHONE}|${ORDER})${TELLING}${SHORT_NUMBER}`,
    `${BEGIN}(?:${ENGLISH_PHONE}|${ENGLISH_ORDER})${LONG_NUMBER}`,
    `${BEGIN}${ENGLISH_ORDER}${SHORT_NUMBER}`,
    ADDRESS,
    `${BEGIN}${ENGLISH_ADDRESS}`,
  ].join('|'),
  'giu',
)

/** A stretch of a text: UTF-16 units, `end` behind the last. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** Most lines have nothing that begins or ends so: they are not looked at further. */
const MAY_BE = /[\p{Nd}@住址在位]|digit|位于|[零〇一二三四五六七八九幺两]{7}/iu

/** By what somebody is found or called back, with the words that lead to it: addresses, numbers, orders. It says nothing of a danger, and its digits are no dose. */
export const foundByIn = (text: string): Stretch[] =>
  MAY_BE.test(text)
    ? [...text.matchAll(FOUND_BY)].map(({ 0: said, index }) => ({ start: index, end: index + said.length }))
    : []
