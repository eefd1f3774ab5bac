import { matchesIn, type Span } from './span.ts'
import { DISTRICT, WAY } from './street-address.ts'

/** What stands between two parts of an address, however it is written or told: 8 号，然后 2 栋, 路-209-号, 22号 / 南园 / 5舍. */
const JOIN = '(?:[\\s，,、/／|*＊·.—－_-]{0,3}(?:(?:然后|后面是?|后头是?|接着|再|嗯|呃|那个)(?:[\\s，,]{0,2})){0,2})'
const NUMBER =
  '(?:[A-Za-z]?\\d(?: ?\\d){0,4}[A-Za-z]?|[A-Z](?=\\s?[栋座幢塔])|[一二三四五六七八九十百零〇两幺甲乙丙壹贰叁肆伍陆柒捌玖拾佰仟]{1,8})'
const OF_HOUSE =
  '(?:号院|号楼|号门|号|弄|栋|幢|单元|座|室|层|楼|门|户|组|舍|期|排|队|家(?![店具电居])|房|F(?![a-z])|[#＃])'
/** Nothing that is counted, paid or measured. */
const NO_COUNT = '(?![\\d*.:：]|\\s?[元块件个点分天年月日只盒台次斤克米%])'
const BUILDING = '(?:公寓|大厦|宿舍|中心|广场|小区|花园|家园|大楼|[园苑村院舍楼座])'
const NAME = '\\p{Script=Han}{1,10}?'
/** 2026-11-20: a day is no door. */
const NO_DAY = '(?!20[0-4]\\d[-－—/])'
const PART = `(?:${JOIN}(?:[（(【][^（()）】\\n]{1,12}[)）】])?${JOIN}(?:(?:${NAME}${JOIN}|附)?第?${NUMBER}[\\s*·-]?${OF_HOUSE}(?![码版])|[#＃]\\s?${NUMBER}|(?:\\p{Script=Han}{0,8}${BUILDING}${JOIN})?${NO_DAY}[A-Z]?\\d{1,4}[A-Z]?(?:[-－—/]\\d{1,4}[A-Z]?){1,3}${NO_COUNT}|\\p{Script=Han}{0,8}${BUILDING}${JOIN}[A-Z]?\\d{1,4}[A-Z]?${NO_COUNT}|(?<=[-－—#＃号栋幢元座楼层*/·][\\s，,]?)${NO_DAY}[A-Z]?\\d{1,4}[A-Z]?${NO_COUNT}|(?<=[栋幢元座楼层][\\s，,]?)[一二三四五六七八九十百零〇两幺洞拐]{2,5}(?=$|[\\s，,。；;])|(?<=[-－—])[A-Z](?![A-Za-z])))`
/** Beside what a house stands that has no number: 茶厂对面12号, 东头第三家; not where something is opened or built. */
const LANDMARK = `(?:\\p{Script=Han}{0,8}?(?:隔壁|对面|对过|斜对面|旁边?|[东西南北前后村][头边面侧口]|[河路桥塘库山林]边)(?:第?\\s?${NUMBER}\\s?[号户家间]|\\p{Script=Han}{0,3}(?:房|院|屋)子?)?(?!新?[开建])|\\p{Script=Han}{0,6}?第?\\s?${NUMBER}\\s?[号组户家间]|\\p{Script=Han}{1,4}组)`
const VILLAGE = `(?:\\p{Script=Han}{1,6}?(?:镇|乡|街道))?\\p{Script=Han}{1,5}?(?:村|屯|庄|寨|堡|街上?)(?:${JOIN}${LANDMARK}){1,3}`
const STREET = `[\\p{Script=Han}A-Za-z\\d]{1,14}?${WAY}${PART}{1,9}`
const BEHIND_DISTRICT = new RegExp(
  `${DISTRICT}[\\s，,]{0,2}(?!\\p{Script=Han}{1,8}?${DISTRICT})(?<finer>${VILLAGE}|${STREET})`,
  'gu',
)
/** 住在村里，刘家村东头第二家. */
const AT_HOME = new RegExp(
  `(?:住在|家住|家就?在|老家在?|(?<!居)住|送到?|寄到?|地址[是在]?(?![写填的有不没是在]))(?:村里|老家|乡下)?[\\s，,：:]{0,2}(?!\\p{Script=Han}{1,10}?${DISTRICT})(?<finer>${VILLAGE})`,
  'gu',
)

/** Whatever is finer than the district, with words and signs between its parts. */
export const addressesInParts = (text: string): Span[] =>
  [...matchesIn(text, BEHIND_DISTRICT), ...matchesIn(text, AT_HOME)].map(({ 0: whole, index, groups }): Span => {
    const end = index + whole.length
    return { kind: 'address', start: end - (groups?.finer?.length ?? 0), end, mask: '***' }
  })
