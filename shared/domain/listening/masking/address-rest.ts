import { matchesWhere, type Needy, type Span } from './span.ts'
import { DISTRICT } from './street-address.ts'

/** A number of a house, however it is written. */
const NUMBER =
  '(?:[A-Za-z]{0,2}\\d{1,4}[A-Za-z]?(?:[-－—之/]\\d{1,4}[A-Za-z]?){0,3}|[A-Za-z](?=\\s?[座区馆幢栋])|[一二三四五六七八九十百零〇两幺洞拐勾甲乙丙壹贰叁肆伍陆柒捌玖拾佰]{1,6})'
const OF_HOUSE =
  '(?:号院|号楼|号门|号|栋|幢|单元|室|层|楼|房|户|舍|座|塔|区|馆|门|铺|档|组|排|弄|巷|庭|F(?![a-z])|[#＃])'
/** What is counted, paid, measured or dated is no part of it, nor the number of a line, and of digits that are told further. */
const NO_COUNT =
  '(?![\\d*.:：%]|\\s?(?:[元块件个点分天年月日只盒台次斤克米岁折套箱袋条张人周种款位双瓶批期包公万千部]|小时|线))'
/** No name of a place has one of these. */
const NO_PLACE =
  '(?![的了是在我你您他她它们不没有要想说和跟也都还就这那把被对来从又再只会能得着过让请找帮打买卖换退收发寄送拿用写填改到给等约先未已几]|今天|明[天早]|昨|前天|上午|下午|客户|电话|手机|姓名|微信|订单|快递|物流|仓|网点|站点|营业部|驿站|服务|售后|邮编|地铁|均价|房价|预算|库存|尺寸|型号|单号|尾号|价|共|限|满|约|近|每)'
const NAME = `(?:${NO_PLACE}[\\p{Script=Han}A-Za-z·])`
const BUILDING =
  '(?:大厦|广场|公寓|大楼|中心|小区|花园|家园|宿舍|学院|大学|苑|园|村|城|府|庭|邸|校区|国际|半岛|庄|里|座|院|馆|楼)'
/** What ends it without a number. */
const SIDE =
  '(?:[东南西北中](?:户|单元(?:\\d{3,4}[室户]?)?)|[左右]手[边侧]?|附\\d{1,3}|(?<=[层楼]\\s?)[A-Z](?:\\s?[室座户房])?|之[一二三四五六七八九\\d]|甲|乙|[A-Z]座)'
const GAP = '[\\s/／·—－_-]{0,2}'
/** A door: 1508, T2-1508, 7-1-802; no year. */
const DOOR = `(?!20[0-4]\\d)(?:[A-Z]?\\d{1,2}-){0,3}[A-Z]?\\d{3,4}(?=$|[\\s，,。；;、）)])${NO_COUNT}`
const PART = `(?:${GAP}(?:${NAME}{0,14}?(?:\\s(?=[A-Z\\d]))?${NUMBER}\\s?${OF_HOUSE}(?![码版线机])(?:${GAP}\\d{1,2}-\\d{1,3}${NO_COUNT})?|${NAME}{0,10}?(?:${NUMBER}\\s?)?${BUILDING}(?:[东南西北中主副][塔座楼翼])?${GAP}${NUMBER}${NO_COUNT}(?:\\s?[室户])?|(?:[A-Za-z]{2,8}\\s?|${NAME}{1,6}\\s?[A-Z]{2,5}\\s)?${DOOR}|${NAME}{2,8}[-－—][A-Z][-－—]\\d{3,4}${NO_COUNT})|${GAP}${SIDE}(?=$|[\\s，,。；;、）)]))`
/** Behind a comma or a line of its own it must say that it is a house, or be all that stands there. */
const APART = `(?:[，,、]\\s?(?:${NAME}{0,10}?${NUMBER}\\s?${OF_HOUSE}|${NAME}{1,8}${BUILDING}${NUMBER})(?=$|[\\n，,。；;、）)]))`
const OF_A_LINE = `(?:\\n(?:${NAME}{2,14}?${NUMBER}\\s?${OF_HOUSE}?|${NUMBER}\\s?${OF_HOUSE}(?:${NUMBER}\\s?${OF_HOUSE}?){0,3}|${NUMBER}${GAP}${NUMBER}室)(?=$|\\n|[，,。；;]))`
/** 坐席：几层？⏎客户：二十三层二三零九. */
const ASKED_FURTHER = `(?:\\n[\\p{Script=Han}A-Za-z]{1,4}[:：][^\\n\\d]{0,12}(?:[几哪]|多少|门牌|具体|后面)[^\\n\\d]{0,8}\\n(?:[\\p{Script=Han}A-Za-z]{1,4}[:：]\\s?)?(?:${NAME}{0,6}?${NUMBER}\\s?${OF_HOUSE}${GAP}){1,4}(?:${NUMBER}${NO_COUNT})?)`
const UNIT = new RegExp(`^\\s?${OF_HOUSE}`, 'u')
/** Told in words of its own behind a house: 然后往里走第三个门洞, 嗯，四杠五杠幺, 嗯，六零三. */
const TOLD_ON =
  '(?:[\\s，,]{0,2}(?:嗯|呃|然后)?[\\s，,]{0,2}(?:(?:\\p{Script=Han}{0,10}?路口)?(?:往里走?|往[东西南北左右]走?|进去)第?[一二两三四五六七八九十\\d]个?(?:门洞?|院子?|楼道|单元)|(?<=(?:^|[号栋幢楼元期])[\\s，,]{0,2}(?:嗯|呃|然后)?[\\s，,]{1,2})(?:[一二三四五六七八九十零〇两幺\\d]{1,4}(?:杠[一二三四五六七八九十零〇两幺\\d]{1,4}){1,3}|[一二三四五六七八九][零〇][一二三四五六七八九幺])(?=$|[\\s，,。；;])))'
/** Where there parcels are left, or what it is beside: 凌工路2号大工南门菜鸟驿站. */
const LANDMARK =
  '(?:[\\s，,]?(?:嗯|呃|啊|那个|就是)?[\\s，,]?(?:(?![的了是在我你您他她没有要说给到把请送寄收取件放退])\\p{Script=Han}){0,8}?(?:那个)?(?:菜鸟|快递)?(?:驿站|超市|便利店|[东南西北正侧后]门|门口|楼下|对面|旁边?|隔壁|[自代][提收]点|快递柜|丰巢柜?|服务站|传达室|门卫室?|保安室)){1,2}(?=$|[\\s，,。；;、）)])'
const REST = new RegExp(`^(?:${PART}|${TOLD_ON}|${APART}|${OF_A_LINE}|${ASKED_FURTHER})*(?:${LANDMARK})?`, 'u')
const LONGEST = 60
/** A street or a village in front, behind the district: 姑苏区平江路 大儒巷 38-1号. */
const FRONT = new RegExp(`${DISTRICT}\\s?(?<finer>(?:(?!\\p{Script=Han}{0,6}[区县旗市])${NAME}{2,8}\\s){1,2})$`, 'u')
const FARTHEST = 28

/** Addresses from their district to the last number of their clause: 学府路74号哈师大12公寓518, 香港中路40号甲⏎数码港旗舰大厦1509. */
export const wholeAddresses = (text: string, found: readonly Span[]): Span[] =>
  joined(
    found.map((span) => {
      const front = FRONT.exec(text.slice(Math.max(0, span.start - FARTHEST), span.start))?.groups?.finer?.length ?? 0
      return { ...span, start: span.start - front, end: span.end + restBehind(text, span.end) }
    }),
  )

/** Those that reach into each other as one, in order: what one rule knows the end of another may know the beginning of. */
function joined(places: readonly Span[]): Span[] {
  const whole: Span[] = []
  for (const place of [...places].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1)
    if (last !== undefined && place.start < last.end)
      whole[whole.length - 1] = { ...last, end: Math.max(last.end, place.end) }
    else whole.push(place)
  }
  return whole
}

function restBehind(text: string, end: number): number {
  const behind = text.slice(end, end + LONGEST)
  const unit = /\d/.test(text.charAt(end - 1)) ? (UNIT.exec(behind)?.[0].length ?? 0) : 0
  return unit + (REST.exec(behind.slice(unit))?.[0].trimEnd().length ?? 0)
}

/** A whole place down to its district: whatever of it has a number is where somebody lives. */
const WHOLE_DISTRICT =
  '\\p{Script=Han}{2,4}[市州盟]\\s?\\p{Script=Han}{1,5}(?:[区县旗]|(?<=[市州盟]\\s?\\p{Script=Han}{1,5})市|街道|镇|乡)'
const BEHIND_WHOLE: Needy = {
  needs: /[市州盟]\s?\p{Script=Han}{1,6}[区县旗市道镇乡]/u,
  pattern: new RegExp(
    `(?<=${WHOLE_DISTRICT}[\\s，,]?)(?!\\p{Script=Han}{0,5}?[区县市](?!\\d))${NAME}{2,14}?\\s?(?:(?:大?[街路道巷])\\n${NAME}{2,12})?(?:${NUMBER}\\s?${OF_HOUSE}(?![码版线机])|\\d{1,4}(?:[-－—之]\\d{1,4}){1,3}号?${NO_COUNT}|(?:SOHO[塔座栋]?|[塔座栋])\\s?[A-Z]?\\d{0,2}[\\s-]\\d{3,4}${NO_COUNT})`,
    'gu',
  ),
}

export const addressesBehindDistricts = (text: string): Span[] =>
  matchesWhere(text, BEHIND_WHOLE).map(({ 0: whole, index }) => ({
    kind: 'address',
    start: index + (/^\s/u.test(whole) ? 1 : 0),
    end: index + whole.length,
    mask: '***',
  }))
