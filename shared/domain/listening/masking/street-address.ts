import { ADDRESSES_ABROAD } from './address-abroad.ts'
import { findEnglishAddresses } from './english-address.ts'
import { isIn } from './may-match.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'

/** Ways and places that houses have their numbers in. */
export const WAY =
  '(?:路|街|大道|大街|道|巷|弄|胡同|里|村|邨|庄|屯|苑|园|花园|小区|社区|新村|公寓|大厦|广场|新城|城|府|邸|庭|湾|郡|墅|公馆|家园|家属院|家属楼|宿舍|名都|国际|中心|大楼|工业区|开发区|产业园|科技园|镇|乡|街道|坊|居|轩|阁|桥|港|院|寓|店|厂)'
const NUMBER =
  '(?:[A-Za-z]?[\\d一二三四五六七八九十百千零〇两幺洞拐勾甲乙丙壹贰叁肆伍陆柒捌玖拾佰仟]{1,9}(?:[-－—之][\\dA-Za-z]{1,4}){0,2}[A-Za-z]?|[A-Za-z])'
/** Of houses and flats; the first of them behind a way. */
const OF_HOUSE = '(?:号院|号楼|号门|号|弄|栋|幢|单元|座|室|层|楼|门|户|组|队|排|区|期|段|支路|房|院|#)'
const PLACE = '[\\p{Script=Han}A-Za-z]'
const GAP = '[\\s，,、]{0,2}'
const PART = `${GAP}(?:${PLACE}{0,8}?${NUMBER} ?${OF_HOUSE}|(?<=[栋幢座元楼弄号院门]${GAP})(?!20[0-4]\\d[-－—])${NUMBER}(?![\\d元块个件天年月日点分%]))`
const TAIL =
  '(?:[\\p{Script=Han}A-Z]{1,8}(?:大厦|广场|公寓|大楼|中心|小区|花园|家属院|宿舍|[A-Z]座|东区|西区|南区|北区|学校|医院))?'
/** A way with a number, and all that follows. */
const CORE = new RegExp(
  `${WAY}(?:[东南西北中]区)?(?:(?:\\p{Script=Han}{2,5}(?:大厦|广场|公寓|大楼|中心|花园))?[东南西北中A-Z]座|[东西南北]头(?=第)|\\p{Script=Han}{1,4}(?=组)|老(?=[\\d一二三四五六七八九十]))?(?:(?:[与跟]|和(?![平谐睦兴顺义美田静]))${PLACE}{1,6}?${WAY}|(?=交))?(?:交叉口|交汇处|路口)?(?:[东南西北中]?[一二三四五六七]?段|\\p{Script=Han}{2}段|[东南西北中](?=\\d{1,4}号))?${GAP}(?:第?${NUMBER} ?${OF_HOUSE}(?:之[一二三四五六七八九\\d])?|(?:\\d{1,4}|[一二三四五六七八九十百零〇]{2,5})[甲乙丙丁](?=$|[^\\p{Script=Han}\\w])|第?${NUMBER}排|(?:[一-龥]{2,6}[\\s，,]?)?[A-Za-z]区(?:\\d{1,3}(?:[-－—杠]\\d{1,4}){2,3}|${NUMBER} ?${OF_HOUSE})|\\d{1,3}[-－—]\\d{1,2}[-－—]\\d{3,4}(?!\\d))(?:${PART}){0,6}${TAIL}`,
  'gu',
)
/** Beside a crossing, and how far from it: 大学路和航海路交叉口向南两百米鑫苑名家九号楼; no line that runs there. */
const AT_CROSSING: Needy = {
  needs: /口|交[叉汇界]/u,
  pattern: new RegExp(
    `${WAY}(?:[与跟]|和(?![平谐睦兴顺义美田静]))${PLACE}{1,6}?${WAY}(?:交叉口|交汇处|交界处?|路口|口)(?:[向往朝]?[东西南北]{1,2}[侧角边面方]{0,2}[向行走]?(?:约?[\\d一二两三四五六七八九十百千]{1,5}[多来]?米)?)?${GAP}(?:(?![的了是在我你您他她没有要说把给请送寄收取件放退堵修])\\p{Script=Han}){0,10}?${NUMBER} ?${OF_HOUSE}(?![线码机店])(?:${PART}){0,6}(?:[东西南北中](?:单元|户|门))?${TAIL}`,
    'gu',
  ),
}
/** Districts that are called by a side of something, each behind its city: most of what ends so is a part of an estate. */
const BY_A_SIDE =
  '天津市?(?:河[东西北]|津南)|重庆市?(?:渝北|江北)|(?:石家庄|邢台|张家口)市?桥[东西]|唐山市?路[南北]|青岛市?市[南北]|西宁市?城[东西中北]|南宁市?江南|宁波市?江[东北]|沈阳市?(?:铁西|大东|浑南)|(?:鞍山|四平)市?铁[东西]|贵港市?港[南北]|常州市?新北|哈尔滨市?松北|洛阳市?涧西|平顶山市?卫东|武汉市?汉南|萍乡市?湘东|双鸭山市?岭东'
/** Where an address begins with one of them that no estate is called by. */
const BEGINS_WITH_SIDE = '(?:^|[^\\p{Script=Han}]|[住在到寄送往])(?:河[东西北]|铁西|渝北|江北|津南|汉南|浑南|松北|涧西)'
/** In front of the name of a way: the end of a district, or a word that leads there. No district are 小区, 社区 and 校区. */
export const DISTRICT = `(?:(?<=二七)区|(?<![小社校园院景厂库住片地东西南北一二三四五六七八九十]|开发|工业|保税)区|(?<=市\\p{Script=Han}?[东西南北]|${BY_A_SIDE}|${BEGINS_WITH_SIDE})区|[^\\s]县|[^城超夜早集菜花黑股门都]市|自治州|九龙|新界|港岛|盟|[^红锦国]旗)`
const LEADS = '[在到去往给于的从寄送址是为:：，,。；;、\\s就个家这那下我您他她门]'
const BEHIND_DISTRICT = new RegExp(`${DISTRICT}[\\s，,]?$`, 'u')
const STARTS = new RegExp(`^.*(?:${DISTRICT}|(?<!${PLACE}{0,1}[小])${LEADS})`, 'su')
const LONGEST_NAME = 16
/** Of these nobody lives in: 这条路8号才修好, 马路3号. */
const NO_WAY = /(?:[条的上马铁公半哪那这走网线电思]|^)$/u
/** 步行街A座3楼: shops stand in it; somebody's room has a number. */
const STREET_OF_SHOPS = /(?:步行|商业|美食|小吃|风情|购物)$/u
const LIVED_IN = /[住送寄]|地址|收货|上门|派件/u
const ROOM = /\d{3,4}(?:[室房户号]|$)/u
/** Words that lead to a place or end a district, and end the names of streets: 剑门路, 海椒市街. */
const IN_NAMES = /\p{Script=Han}[门市家]$/u
/** Called so and nothing else, where the district stands in front. */
const OWN_NAME = /^(?:科技园|产业园|工业区|开发区|家属院)/u
const SHORT_WAY = /^(?:里|道|城|院|店|桥|港|居|庭|府|湾|厂|园|苑|村|庄|街|路|镇|乡|中心|广场|坊|阁|轩)/u
/** What is told of time and count behind a way that is none: 店3号, 院2楼. */
const WEAK_WAY = /^(?:里|道|城|店|院|桥|港|中心|厂|镇|乡|广场|大厦|公寓|国际|社区|小区|街道)/u
/** What says that an address follows. */
export const ADDRESS_CUE =
  '地址|住址|住在|我住|家住|家在|送到|送货到|寄到|寄往|发到|发往|上门到|派送到|收货[：:]|户籍|定位|门牌号?|邮寄|村里的?|配送到'
const CUE = new RegExp(`(?:${ADDRESS_CUE})[^。；;\\n]{0,24}$`, 'u')
/** Behind a cue or a district no number need follow. */
const UNNUMBERED: Needy = {
  needs: /[地住]址|住在|我住|家[住在]/u,
  pattern: new RegExp(
    `(?<=(?:地址|住址|住在|我住|家住|家在)[是为:：]{0,2}[^。；;，,\\n]{0,14}${DISTRICT})(?!里|内|外|域)(?:(?![区县市])${PLACE}){1,12}?(?:路|街|大道|巷|胡同|小区|花园|新村|公寓|大厦|家园)(?!${GAP}${NUMBER}|${PLACE})`,
    'gu',
  ),
}
/** 住3栋2单元501: no name of a place, but a house, and a door in it. */
const HOUSE_AND_DOOR: Needy = {
  needs: /号楼|[栋幢座]/u,
  pattern: new RegExp(
    `(?<!\\d)${NUMBER}(?:号楼|栋|幢|座)${GAP}(?:${NUMBER}(?:单元|门)${GAP})?(?:${NUMBER}(?:层|楼)${GAP})?[\\d一二三四五六七八九零〇两幺洞拐勾]{3,4}(?:室|房|号|户)?(?![\\d元块个件])`,
    'gu',
  ),
}
/** 家属楼东区老8栋,三单元一楼: a house, a stair and a floor in it. */
const HOUSE_AND_STAIR: Needy = {
  needs: /单元/u,
  pattern: new RegExp(
    `(?<!\\d)${NUMBER}(?:号楼|栋|幢|座)${GAP}${NUMBER}单元(?:${GAP}(?:${NUMBER}(?:层|楼)|\\d{2,4}室?))?(?:[左右]手[边侧]?|[东西]户|对门)?`,
    'gu',
  ),
}
/** 锦绣江南8期12幢: what is built in stages is a place to live. */
const STAGE_AND_HOUSE: Needy = {
  needs: /期/u,
  pattern: new RegExp(`(?<=${PLACE}{2})${NUMBER}期${GAP}${NUMBER}(?:号楼|栋|幢|座)(?:${PART}){0,4}`, 'gu'),
}
/** 我人在亚朵酒店北站店1216房: a room of a hotel that somebody stays in. */
const HOTEL_ROOM: Needy = {
  needs: /(?:酒店|[宾旅]馆|民宿|客栈)/u,
  pattern:
    /(?<=(?:[住在]|送到|寄到|放到|拿到)(?:了|的)?)(?![的了是])(?:(?![的了是在我你您他她])\p{Script=Han}){2,14}?(?:酒店|宾馆|旅馆|民宿|客栈)(?:\p{Script=Han}{1,4}店)?\d{3,4}(?:号?房间?|室)?(?![\d元块个次])/gu,
}
/** 李家洼村东头第三家. */
const HOUSE_IN_VILLAGE: Needy = {
  needs: /[村屯][东西南北村][头边]/u,
  pattern: /\p{Script=Han}{2,3}[村屯][东西南北村][头边]第?[一二三四五六七八九十\d]{1,2}[家户](?!店)/gu,
}
/** 5 楼 508 房, and 友爱邨爱乐楼17楼1706室. */
const FLOOR_AND_ROOM: Needy = {
  needs: /[楼层][\s，,、]{0,2}\d{2,4} ?[房室]/u,
  pattern: new RegExp(`(?:${PLACE}{2,6}[邨村]${PLACE}{1,4}楼)?${NUMBER} ?[楼层]${GAP}\\d{2,4} ?[房室]`, 'gu'),
}
/** What places in a village are called by: 马家沟, 钱家滩. */
const FIELD = '[滩沟湾坝坪岭坳墩坡岗洼庄屯埠畈垅冲塘]'
/**
 * 新店镇下埭村南片56号, 大瑶镇杨花村樟树组42号; 石羊镇 马家沟三组, 大营镇石桥沟 九组 十四号, 小古城村 钱家滩 37号: a group alone is none, 冰镇西瓜汁五组, without the
 * name of a field or the number of a house.
 */
const IN_VILLAGE: Needy = {
  needs: /[镇乡村]/u,
  pattern: new RegExp(
    `(?:[镇乡]\\p{Script=Han}{1,6}村(?:\\p{Script=Han}{0,5}?[组片队屯社])?${GAP}${NUMBER}(?:号|组|队)|[镇乡]${GAP}\\p{Script=Han}{1,4}${FIELD}${GAP}${NUMBER}组|[镇乡]${GAP}\\p{Script=Han}{2,5}?${GAP}${NUMBER}组(?=${GAP}${NUMBER}号)|村${GAP}\\p{Script=Han}{1,4}${FIELD}${GAP}${NUMBER}号)(?:${GAP}${NUMBER}号)?(?:附${NUMBER})?`,
    'gu',
  ),
}
const MAY_HOLD =
  /村[东西南北]头|[宾旅]馆\d|酒店|民宿|客栈|, [A-Z]|, (?:room|flat|unit|floor|building|number)|[号弄栋幢座室层楼门户组队区期段房院#]|\d[-－—]\d|[路街巷苑园寓厦]|\d[A-Za-z]?,? [A-Z]|\p{L}\.?,? [nN]?[º°]?\d|\d,? (?:bis |ter )?[a-zé]{2}|[로길]\s?\d|丁目/u
const DOOR = new RegExp(`${NUMBER}(?:栋|幢|号楼|单元|室|弄)|${OF_HOUSE}${GAP}${NUMBER} ?${OF_HOUSE}`, 'u')
/** The letter of a house behind a number in words says nothing without a place: 学习之路一二甲. */
const ENDS_IN_WORDS = /[一二三四五六七八九十百零〇][甲乙丙丁]$/u
const LONGEST_CUE = 40
const TO_DISTRICT = new RegExp(`^.*${DISTRICT}[\\s，,]?(?=[^。；;\\n]*$)`, 'su')

/** Whatever is finer than the district: 朝阳区***. */
export function findAddresses(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const spans: Span[] = []
  for (const { 0: core, index } of [...matchesIn(text, CORE), ...matchesWhere(text, AT_CROSSING)]) {
    const start = startOfPlace(text, index)
    if (start === null || !isPlace(text, start, index, core)) continue
    spans.push(spanOf(start, index + core.length))
  }
  for (const { 0: whole, index } of matchesWhere(text, UNNUMBERED)) spans.push(spanOf(index, index + whole.length))
  for (const { 0: whole, index } of matchesWhere(text, HOUSE_AND_DOOR)) spans.push(spanOf(index, index + whole.length))
  for (const { 0: whole, index } of matchesWhere(text, HOUSE_AND_STAIR))
    spans.push(spanOf(startOfPlace(text, index) ?? index, index + whole.length))
  for (const { 0: whole, index } of matchesWhere(text, STAGE_AND_HOUSE))
    spans.push(spanOf(startOfPlace(text, index) ?? index, index + whole.length))
  for (const { 0: whole, index } of [...matchesWhere(text, HOTEL_ROOM), ...matchesWhere(text, HOUSE_IN_VILLAGE)])
    spans.push(spanOf(index, index + whole.length))
  for (const { 0: whole, index } of [...matchesWhere(text, FLOOR_AND_ROOM), ...matchesWhere(text, IN_VILLAGE)])
    spans.push(spanOf(behindDistrict(text, index) ?? startOfPlace(text, index) ?? index, index + whole.length))
  for (const { 0: whole, index } of ADDRESSES_ABROAD.flatMap((needy) => matchesWhere(text, needy)))
    spans.push(spanOf(index, index + whole.length))
  return [...spans, ...findEnglishAddresses(text)]
}

const spanOf = (start: number, end: number): Span => ({ kind: 'address', start, end, mask: '***' })

/** Where the name of the place begins whose way begins at `way`: behind the district, or behind what leads there. */
export function startOfPlace(text: string, way: number): number | null {
  const from = Math.max(0, way - LONGEST_NAME)
  const before = text.slice(from, way)
  const lead = STARTS.exec(before)?.[0].length ?? 0
  const name = /[\p{Script=Han}A-Za-z\d（()）·]*$/u.exec(before.slice(lead))?.[0].length ?? 0
  if (before.length === lead && BEHIND_DISTRICT.test(before) && OWN_NAME.test(text.slice(way, way + 4))) return way
  if (name === 0 && IN_NAMES.test(before)) return startOfPlace(text, way - 1) ?? null
  return NO_WAY.test(before.slice(lead)) ? null : way - name
}

/** Where the finer part of an address begins that goes on up to there. */
function behindDistrict(text: string, place: number): number | null {
  const before = text.slice(Math.max(0, place - LONGEST_CUE), place)
  const lead = TO_DISTRICT.exec(before)?.[0].length
  return lead === undefined ? null : place - before.length + lead
}

function isPlace(text: string, start: number, way: number, core: string): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_CUE), start)
  if (CUE.test(before) || BEHIND_DISTRICT.test(before)) return true
  if (
    STREET_OF_SHOPS.test(text.slice(start, way)) &&
    !ROOM.test(core) &&
    !LIVED_IN.test(text.slice(Math.max(0, way - LONGEST_CUE), way))
  )
    return false
  const isNamed = way - start >= 2
  if (!isNamed) return false
  if (ENDS_IN_WORDS.test(core)) return false
  const hasDoor = DOOR.test(core)
  return (
    hasDoor ||
    (WEAK_WAY.test(core) &&
      /[路街巷]\p{Script=Han}{1,4}$/u.test(text.slice(start, way)) &&
      /^.{1,2}\d{1,4}号/u.test(core)) ||
    (!WEAK_WAY.test(core) && /^(?:.{1,2}?)(?:\d|[一二三四五六七八九十])/u.test(core)) ||
    SHORT_WAY.test(core) === false
  )
}
