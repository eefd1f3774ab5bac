import { foldSigns } from './folding.ts'
import { isIn } from './may-match.ts'
import { matchesIn, type Span } from './span.ts'
import { DISTRICT } from './street-address.ts'

/**
 * Where somebody lives, told part by part without a number that would tell it: behind its district or behind what leads home, a street, a village or an
 * estate, and what is in it or beside it. 福田区景田北六街景鹏大厦楼下便利店, 义乌市江东街道青口村, 去龙湖滟澜山东门.
 */
const NO_PLACE =
  '[的了是在我你您他她它们不没有要想说跟也都还就这那把被对从再只会能得着过让请找帮打买卖换退寄发收送拿写填改给等先去几某哪每整各用到加喊叫没未已可很太因所但又]|客户|用户|配送|物流|仓库|附近|周边|地区|全部|所有|整个|市区|市场价|明天|今天|昨天|政府|政策|补贴|活动|优惠|批发|营业|专卖|旗舰|网点|分店|门店|分公司|快递员|师傅|以内|之内|外地'
const NAME = `(?:(?!${NO_PLACE})[\\p{Script=Han}A-Za-z“”"·])`
const NUMBER = '(?:[A-Za-z]?\\d{1,4}[A-Za-z]?|[一二两三四五六七八九十百零〇幺]{1,5}|[A-Za-z])'
/** By the letter that tells what a part is: a street, a village or a town, an estate or a house with a name, a numbered part of one, a place beside, and what is beside it; or a name between blanks that no word ends. */
const PARTS: Readonly<Record<string, string>> = {
  way: `${NAME}{1,7}?(?:[东西南北中]?大?[路街](?:[东西南北中]?[一二三四五六\\d]?段)?|大道[东西南北中]?|巷子?|胡同|弄堂?)(?:口(?!碑))?(?!道|口碑|边摊|况|线|灯|由|人|上|程|费|过|透)`,
  town: `${NAME}{1,5}(?:街道|镇|乡)(?!办|政府|村|卫生院|[上下里](?!\\p{Script=Han}{0,3}[村屯庄]))`,
  village: `${NAME}{1,5}(?:村|屯|庄|寨|堡|社区|[东西南北]里|工业[区园])(?:口(?!碑))?(?!里|上|民委|委|镇银行|服务|医院|团购|群|长|干部)`,
  estate: `${NAME}{2,9}?(?:小区|花园|家园|新村|公寓|大厦|大楼|写字楼|家属院|家属楼|宿舍|佳园|名苑|嘉园|雅苑|华府|豪庭|华庭|公馆|山庄|别墅|天地|[苑邸墅湾轩]|(?<!陵|墓|幼儿|动物|植物|公|乐|校|果|菜|茶)园|(?<!商|县|大学|古|影|书|[批零]发|电脑|家居|建材|服装|数码|长|大)城|民宿|客栈)(?![市区])`,
  house: `${NAME}{0,6}?[第]?${NUMBER}\\s?(?:号楼|号院|号|栋|幢|座|楼|层|单元|室|排|组|社|户|家|F(?![a-z]))`,
  beside:
    '(?:[东西南北正大侧后前小]门|斜?对面|对过|旁边?|隔壁|后面|前面|里[面头]|最里头|边上|底下|楼[上下]|门口|[左右]手边|拐角)(?:[的那这个条]{0,3})',
  shop: `${NAME}{0,8}?(?:写字楼|小?超市|便利店|小卖部|菜鸟驿站|驿站|快递柜|丰巢|卫生[室所院]|派出所|小学|附小|中学|幼儿园|菜?市场|祠堂|牌坊|粮站|村[部委]|会所|文化?活动中心|保安[亭室]|门卫室?|岗亭|铺子?|底商|修\\p{Script=Han}{1,2}摊|小吃街|老?公房|[一二两三四]层小楼|小区)`,
  between: `(?<=\\s)${NAME}{2,5}(?=\\s)`,
}
const ORDER = ['beside', 'house', 'town', 'village', 'way', 'estate', 'shop', 'between'] as const
const PART = new RegExp(`[\\s，,、]{0,2}(?:${ORDER.map((kind) => `(?<${kind}>${PARTS[kind]})`).join('|')})`, 'uy')
/** What leads there, where no district stands in front. */
const HOME =
  '(?:[住送寄放派停装](?:错|货|件|餐)?[在到去往]|发到|家[就]?[住在]|家住|地址(?:改?[是成为]|[:：]|写的?是?)|住址[是:：]?|定位[是在]|户籍地址是|上门就?去|快递放|签收的是|[您你](?:到|来)了|柜[子就]?在|人在|我在|就在|让[他她]到|老家|民宿是|小区是)\\s?'
const FROM = new RegExp(`(?:${DISTRICT}|(?<![\\p{Script=Han}]{0,1}新)浦东|${HOME})[\\s，,]?`, 'gu')
const MAY_HOLD = /[街镇乡村屯庄寨堡苑厦楼院园湾轩墅]|社区|小区|大道|[路巷]\p{Script=Han}|公寓|天地|民宿/u
/** What is told of them: shops, offices and what stands for all who live there. */
const OF_NOBODY =
  /^(?:陵园|公墓|墓园|殡仪|寺|庙|买|购|逛|吃|\p{Script=Han}{0,3}店(?!里|上)|专柜|门店|分店|支行|网点|营业|售后|办事处|地铁站|高铁|站厅?|商场|百货|一带|片区|分公司|有限|医院|景区|步行街|周边|附近|批发|政府|办事|客服|的?(?:活动|优惠|店员|专柜|门店|仓库|业主群|价格|房价|均价|房子|学校|物业费))/u
/** Somebody is sent there, lives there or waits there. */
const LIVED_IN = /[住寄送放派装址家停]|收[件货]|上门|快递|包裹|老家|户籍|定位|发到|人在|我是|就在|自提/u
const IS_HOME = new RegExp(`${HOME}[\\s，,]?$`, 'u')
const FARTHEST_DISTRICT = 10
const isNear = (text: string, start: number, end: number): boolean =>
  end - start <= FARTHEST_DISTRICT &&
  !/[\n，,。；;]/u.test(text.slice(start, end)) &&
  !/^市[场民政]/u.test(text.slice(end - 1))
/** 海上名门二号楼: a house of an estate that no word ends. */
const NAMED_HOUSE = /^\s?\p{Script=Han}{2,6}?第?[\d一二两三四五六七八九十]{1,3}\s?(?:号楼|[栋幢座组社排])$/u
/** 海淀中关村街道: the district stands in front of it, without the word for one. */
const WITH_DISTRICT = /^\p{Script=Han}{5,}街道$/u
/** 学校宿舍楼下: nobody could find it by that. */
const OF_ANY_HOUSE = /^\s?(?:学校|公司|单位|工?厂|医院|酒店|附近|小区|宿舍|公寓|大厦|写字楼)/u
const [LONGEST, FARTHEST] = [64, 24]

/** In a text whose masks stand: whatever is finer than the district. */
export function placesByParts(written: string): Span[] {
  if (!isIn(written, MAY_HOLD)) return []
  const text = foldSigns(written)
  return matchesIn(text, FROM).flatMap(({ 0: front, index }, at, all): Span[] => {
    const start = index + front.length
    // Another district is told behind it: that is where it begins.
    const next = all[at + 1]
    if (next !== undefined && !IS_HOME.test(next[0]) && isNear(text, start, next.index + next[0].trimEnd().length))
      return []
    const place = placeFrom(text, start, front)
    return place === null ? [] : [{ kind: 'address', ...place, mask: '***' }]
  })
}

function placeFrom(text: string, start: number, front: string): { start: number; end: number } | null {
  const behind = text.slice(start, start + LONGEST)
  const found: string[] = []
  let [end, next, town] = [0, 0, 0]
  for (;;) {
    PART.lastIndex = next
    const part = PART.exec(behind)
    if (part === null) break
    const kind = ORDER.find((each) => part.groups?.[each] !== undefined) ?? 'shop'
    // Nothing begins with what is beside it, nor with a number alone.
    if (
      found.length === 0 &&
      (kind === 'beside' || kind === 'shop' || kind === 'between' || (kind === 'house' && !NAMED_HOUSE.test(part[0])))
    )
      return null
    if (/^[\s，,、]*[，,、]/u.test(part[0]) && kind !== 'house' && kind !== 'beside') break
    if (kind === 'house' && NAMED_HOUSE.test(part[0])) found.push('estate')
    if (found.length === 0 && OF_ANY_HOUSE.test(part[0])) return null
    found.push(kind)
    if (kind === 'town' && next === 0 && (IS_HOME.test(front) || WITH_DISTRICT.test(part[0]))) town = PART.lastIndex
    next = PART.lastIndex
    if (kind !== 'between') end = next
  }
  const isNamed = found.some((kind) => kind === 'way' || kind === 'village' || kind === 'estate')
  if (!isNamed || found.length < 2) return null
  if (OF_NOBODY.test(behind.slice(end))) return null
  const areSeveral = new Set(found.filter((kind) => !['house', 'beside', 'shop', 'between'].includes(kind))).size > 1
  if (
    !IS_HOME.test(front) &&
    !areSeveral &&
    !LIVED_IN.test(text.slice(Math.max(0, start - FARTHEST), start) + behind.slice(end, end + 8))
  )
    return null
  // A town without its district says as little as one.
  return { start: start + town, end: start + end }
}
