import { matchesWhere, type Needy, type Span } from './span.ts'

/** Where somebody lives whose house has no number, told by what is beside it: an estate and its gate, a village and its tree, a house on a lane. */
const NO_PLACE =
  '(?![的了是在我你您他她它们不没有要想说和跟也都还就这那把被对来从再只会能得着过上下让请找帮打买卖换退收发寄送拿写填改到给等先去几某哪别整全各])'
const NAME = `(?:${NO_PLACE}\\p{Script=Han})`
const HOME =
  '(?:[住送寄派放](?:错|货|件|餐)?(?:在|到|去|往)?|(?:快递|包裹)放|发到|家[就]?在|[我家]住|地址(?:是|[:：])|就在|^|[，,。；;：:\\n])'
const END = '(?=$|[\\s，,。；;、！!]|就[行好]|吧|那[边里]|等|拿|取|自提|你|我)'
const LANDMARK =
  '(?:供销社|粮站|卫生[院所室]|派出所|小学|中学|菜市场|加油站|村[部委]|祠堂|教堂|土地庙|桥头|水塔|老?井|小卖部|[大老]?[槐榕柳樟杏桂]树|邮局|戏台|晒谷场|牌坊)'
const BESIDE = '(?:斜?对面|对过|旁边|隔壁|后[面头]|前[面头]|里[面头]|底下|楼上|边上)'
const WHICH =
  '(?:的?(?:那[家户栋幢排条个](?:巷子|平房|院子|楼|单元|屋)?(?:最里[面头])?|第?[一二三四五六七八九十\\d]{1,3}[家户栋间]|卖\\p{Script=Han}{1,4}那家))'
const TAKEN_IN = '(?:丰巢|蜂巢|菜鸟驿站|菜鸟|快递柜|驿站|门卫室?|保安[室亭]|岗亭|物业(?:处)?|传达室|收发室)'
const told = (needs: RegExp, source: string, flags = 'gu'): Needy => ({ needs, pattern: new RegExp(source, flags) })
const CAPITAL = "[A-Z][\\w'’-]{1,20}"
const WAY =
  '(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Close|Court|Way|Place|Terrace|Crescent|Approach|Row|Hill|Parade|Green|Walk|End|Fold|Rise|Mews)'
const DWELLING =
  '(?:farm|house|terrace|semi|cottage|bungalow|flat|barn|vicarage|rectory|lodge|caravan|farmhouse|mill|old school|gatehouse|annexe?|basement)'
const ORDER = '(?:first|second|third|fourth|last|end|only|next|corner|white|red|blue|green|yellow|old|big|little)'
const PATTERNS: readonly Needy[] = [
  // 我们村就叫下塘.
  told(
    /村[^\n]{0,2}叫/u,
    `(?<=我们?(?:们|那|这)?(?:边|个)?村(?:子|里(?=叫做|就叫))?就?叫(?:做)?)(?!什么|啥|不|人|救|车|他|她|我|你|外|快|得|来|那|这|大家|谁|上)\\p{Script=Han}{2,4}(?=$|[，,。；;\\s])`,
  ),
  // 家在罗坪乡中心小学对面, 柳树屯大槐树底下那家.
  told(
    new RegExp(`${LANDMARK}${BESIDE}`, 'u'),
    `(?<=${HOME})(?<place>${NAME}{1,4}[镇乡村屯庄寨堡湾街路巷]${NAME}{0,5}?${LANDMARK}${BESIDE}${WHICH}?)${END}`,
  ),
  // 锦绣江南南门丰巢, 翡翠湖畔东区物业, 天通苑北一区蜂巢.
  told(
    new RegExp(`[门区期苑园]${TAKEN_IN}`, 'u'),
    `(?<=${HOME})(?<place>(?!你们|我们|小区|本|贵|学校|公司|单位|大学|\\p{Script=Han}{0,6}(?:广场|商场|大厦|中心|园区))${NAME}{2,6}(?:[东西南北正大侧后]门|[东西南北][一二三四五六七八九]?区|[一二三四五六七八九]区|[一二三四五]期|[苑园庭府])${TAKEN_IN})${END}`,
  ),
  // 我住在煤矿三号井家属楼, 发到青年公寓, 西山湾养老院.
  told(
    /家属楼|职工楼|养老院|敬老院|福利院|公寓|民宿|宿舍楼/u,
    `(?<=(?:住在?|家在|[送寄发放派]到|地址(?:是|[:：])))(?<place>(?!你们|我们|酒店|哪个|附近|一个|隔壁)(?:${NAME}|[一二三四五六七八九十\\d号]){2,9}(?:家属楼|职工楼|养老院|敬老院|福利院|公寓|民宿|宿舍楼)(?:前台|门口|门卫|护士站)?)${END}`,
  ),
  // 翠苑四区，到了给我打电话.
  told(
    /[苑园里村][一二三四五六七八九]区[，,]/u,
    `(?<=^|[，,。：:\\n])${NAME}{1,5}[苑园里村][一二三四五六七八九]区(?=[，,]\\s?(?:到了|到楼下|师傅|[东西南北]门|门口|[\\d一二三四五六七八九十]{1,3}[栋幢号]))`,
  ),
  // the farm at the end of Mill Lane, the last house on Hangman's Lane, flat above the Post Office on the High Street.
  told(
    new RegExp(`${DWELLING} [^\\n]{0,40}${WAY}(?![a-z])`, 'u'),
    `(?<![A-Za-z])(?:the |our )?(?:${ORDER} )?${DWELLING}(?: (?:above|over|behind|below|next to|opposite) (?:the )?(?:[A-Za-z'’]{3,14} ?){1,3})?,? (?:is )?(?:on|off|in|along|up|down|at the (?:end|top|bottom|corner) of) (?:the )?(?:${CAPITAL} ){1,3}${WAY}(?![a-z])`,
  ),
  // Rose Cottage, just past the church in Little Snoring; Oak Tree Farm, up the track off the B4058.
  told(
    /(?:Cottage|Farm|Farmhouse|Barn|Lodge|Bungalow|Croft|Mill|Rectory|Vicarage|Forge), (?:just|up|down|off|past|behind|next|by|opposite|on) /u,
    `(?<![\\w*])(?:${CAPITAL} ){1,3}(?:Cottage|Farm|Farmhouse|Barn|Lodge|Bungalow|Croft|Mill|Rectory|Vicarage|Forge), (?:just|up|down|off|past|behind|next|by|opposite|on) [A-Za-z0-9 '’]{3,50}(?=$|[,.;\\n])`,
  ),
  // the old rectory, Church End.
  told(
    /the old [a-z ]{4,12}, [A-Z]/u,
    `(?<![A-Za-z])the old (?:rectory|vicarage|forge|mill|school ?house|post office|bakery|dairy|chapel|manor|station), (?:${CAPITAL} ){1,2}(?:${WAY}|Common|Bank|Side|Gate)(?![a-z])`,
  ),
  // third bungalow past the Fox and Hounds.
  told(
    new RegExp(`${ORDER} (?:house|bungalow|cottage|door|gate|turning|caravan) (?:past|after|before|beyond)`, 'u'),
    `(?<![A-Za-z])(?:the )?${ORDER} (?:house|bungalow|cottage|door|gate|turning|caravan)(?: on the (?:left|right))? (?:past|after|before|beyond) the (?:${CAPITAL}(?: (?:and|&|of)(?: the)?)? ?){1,4}`,
  ),
  // caravan 12 at Sunny Sands; berth C14, narrowboat Dragonfly.
  told(
    /(?:caravan|chalet|pitch|berth|mooring|plot) [A-Z]?\d/iu,
    `(?<![A-Za-z])(?:[Cc]aravan|[Cc]halet|[Pp]itch|[Bb]erth|[Mm]ooring|[Pp]lot) [A-Z]?\\d{1,3}[A-Z]?(?:,| at| on) (?:the )?(?:narrowboat |boat |barge )?(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|Easter|Christmas|New Year|Bank)(?:${CAPITAL} ){0,3}${CAPITAL}`,
  ),
]

/** In a text whose spoken digits are plain or stand as they were told. */
export const placesTold = (text: string): Span[] =>
  PATTERNS.flatMap((needy) => matchesWhere(text, needy)).map(({ 0: whole, index, groups }) => ({
    kind: 'address',
    start: index + whole.length - (groups?.place ?? whole).length,
    end: index + whole.length,
    mask: '***',
  }))
