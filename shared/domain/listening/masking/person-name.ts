import { matchesIn, type Span } from './span.ts'
import { SURNAMES } from './surnames.ts'

/** No given name has one of these: they are words of the sentence. */
const NOT_GIVEN =
  '的了是在我你您他她它们不没有要想说和跟与及也都还就这那哪啥么吗呢吧啊呀嘛哈哦呗被把给对到去来从往又再才只很太最更会能可该得着过上下里后先女让请找帮打买卖换退收发寄送拿用写填改错啥谁几个件台块号'
/** A sign of a given name. */
export const GIVEN = `(?:(?![${NOT_GIVEN}])\\p{Script=Han})`
const HONORIFIC = '(?:先生|女士|小姐|太太|阿姨|大爷|大叔|大妈|奶奶|爷爷|同志)'
/** Two words that begin like a name and are none. */
const WORDS =
  '(?:安装|马上|马路|马来|马桶|燕窝|燕麦|麦片|麦克|储物|储值|储存|盖子|盖板|郁闷|颜色|游戏|游客|游泳|华为|华南|华东|华北|华中|华强|郎君|安排|安徽|安卓|高级|高层|高中|白条|白金|白色|白天|方便|方案|方式|成功|成都|成年|单位|单子|单独|单号|常州|常客|常用|时间|时候|花呗|花钱|金牌|金卡|金融|钱包|万一|万能|任何|任务|全部|全家|全程|全国|米家|关机|关闭|关于|都是|连接|连续|管家|管理|包裹|包装|包邮|应该|应用|陶瓷|康复|毛病|路由|党员|简单|季度|申请|费用|商家|商城|商品|商务|左右|江苏|江西|江南|黄金|黄牛|黄色|石油|石家|龙头|夏天|夏季|田里|叶子|牛奶|牛肉|雷达|水电|余额|程序|严重|温度|汤圆|贺卡|麻烦|蓝色|蓝牙|孔雀|解决|解释|宁波|宁夏|车主|车上|车库|车辆|房东|房主|房子|路过|郑州|徐州|苏州|苏宁|沈阳|武汉|杭州|湖北|桂林|柳州|兰州|江湖|江门|洪水|代理|代收|代付|代码|付款|付费|尚未|施工|项目|尤其|易碎|易购|荣耀|符合|封面|沙发|甘肃|冷冻|冷藏|迟到|焦急|欧洲|牛仔|石头|段时|梅雨|何时|何必|莫名|贾方|艾特|谷歌|谢谢|宋体|许多|许可|顾客|顾问|陆续|周末|周一|周二|周三|周四|周五|周六|周日|周天|周年|周期|周边|周围|秦皇|曾经|邮政|雷同|熊猫|杨梅|林业|孟加|魔方|肖像|辛苦|毕业|毕竟|洗衣|洪荒|尹始|董事|韩国|韩版|唐装|阳台|阳光|房屋|房间|金额|万元|古代|文件|强烈|史上|向日|祝您|祝你|于是|温水|童装|童鞋|景区|吉林|曲面|盛夏|丘陵)'
const SEPARATION = '[\\s:：，,、"“「（(=＝\\]】]{0,2}'
const BEHIND =
  '(?=$|[^\\p{Script=Han}\\w*]|先生|女士|小姐|太太|阿姨|大爷|师傅|老师|同学|卡号?\\s?\\d|卡\\*|电话|手机|[的吗吧啊呀呢嘛哈来在要想说和跟是不没也都还就])'
/** What a name always stands behind. */
const SURE = `(?:我叫|[他她]叫|你叫|您叫|就叫|[儿女公婆妈爸子生太人伴弟哥姐妹爷奶叔姨孙友的]叫|名字叫|名叫|本名|真名|姓名|名字|户名|账户名|开户人|机主|车主|业主|户主|房东|持卡人|[收寄发签联开预下付购申使][件货票系约单款买请用收]人|本人|受益人|被保险人|投保人|紧急联系人|经办人|申请人|患者|学员|代[收签领]人|[收寄][件货]信息|投诉人|反馈人|来电人|下单人|客户|顾客姓名)(?:姓名|名字|名称|名)?(?:啊|呢|嘛|呀|的话)?[\\s:：，,]{0,2}(?:是|叫|为|写的?是?|写|填的?是?|填|就是|应该是|改成|改为|换成)?`
/** What a name stands behind when it is one: then nothing but the end of it, or who it belongs to, stands behind. */
export const NAME_CUE = '(?:我是|您是|你是|是|请问|找|叫|给|那个|这边是|认证的是|联系|[^\\p{Script=Han}\\w]|^)'

const named = (source: string): RegExp => new RegExp(source, 'giu')
const PATTERNS: readonly RegExp[] = [
  // 我叫王小明, 收件人：李秀兰.
  named(
    `${SURNAMES.begin}(?<=${SURE}${SEPARATION})(?!${WORDS})(${SURNAMES.any})(${GIVEN}(?:(?!\\1)${GIVEN})?)(?:(?=\\1)|${BEHIND})`,
  ),
  named(`${SURNAMES.begin}(?<=${SURE}${SEPARATION})(?!${WORDS})(${SURNAMES.plain})(${GIVEN}(?!\\1)${GIVEN})`),
  // 您是陈建国先生吗, 我是孙丽，
  named(`${SURNAMES.begin}(?<=${NAME_CUE})(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?=\\1?${HONORIFIC})`),
  named(
    `${SURNAMES.begin}(?<=(?:我是|您是|你是|我是那个|[这那]边是|认证的是|请问是|是叫|人是|主是|妈是|爸是|的是|应该是|改成|改为|写成|登记的?是?|(?:^|[，,。！？\\s])就?叫)${SEPARATION})(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{1,2})(?=$|[，。,.！!？?；;、\\s）)]|吗|吧|本人|的家)`,
  ),
  // 免贵姓林，林志玲; 姓张，叫张伟; 姓王名小明.
  named(`姓(${SURNAMES.any}|[区查乐])[^\\n姓]{0,6}?\\1(${GIVEN}{1,2})`),
  named(`(?<=姓${SURNAMES.any}[\\s，,]{0,2}(?:单?名|名字)(?:是|叫|字)?)()(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`),
]

/** A text speaks of so many people at most; a whole conversation is looked through line by line. */
const MOST_NAMES = 8
const MAY_HOLD =
  /[叫姓名人主是]|[件货]信息|先生|女士|小姐|太太|阿姨|大爷|大叔|大妈|奶奶|爷爷|同志|改成|改为|写成|学员|患者|name|speaking|signed|addressed|recipient|customer:|consignee|holder|contact[:=]|called|this is|I['’ ]a?m|it['’]s/iu
/** What a name in English stands behind. */
export const ENGLISH_CUE =
  "(?:my (?:full |first |last |legal )?name(?:'s|’s| is)|(?:name|recipient|customer|consignee|account holder|cardholder|addressee|contact)[:=]|name on the (?:account|order|card|package|parcel) is|under the name(?: of)?|(?:he|she)'s called|am i speaking (?:to|with)|i'm speaking (?:to|with)|signed by|addressed to)"
const ENGLISH_WORD = "[a-zà-öø-ÿ][a-zà-öø-ÿ'’-]{1,14}"
const SURELY_ENGLISH = new RegExp(
  `(?<=(?<![a-z])${ENGLISH_CUE}(?:\\s|(?<==))(?:(?:mr|mrs|ms|miss|dr)\\.?\\s)?)(${ENGLISH_WORD})(\\s${ENGLISH_WORD})?(?![a-z*])`,
  'giu',
)
const PERHAPS_ENGLISH =
  /(?<=(?:(?<!\b(?:product|brand|model|file|shop|store|item|user|domain|host) )\b[Nn]ame|\b[Rr]ecipient|\b[Cc]onsignee|\b[Tt]his is|\bI(?:'|’)m|\bI am|\b[Ii]t(?:'|’)s)\s)([A-Z][a-zà-öø-ÿ]+)(\s[A-Z][a-zà-öø-ÿ]+|(?=\s(?:speaking|calling|here|from|again)\b))(?![a-zà-öø-ÿ*])/gu
/** Words that stand behind those cues and are no names. */
const NO_NAME =
  /^(?:is|was|are|not|no|on|in|at|of|for|to|the|a|an|my|your|his|her|their|this|that|wrong|right|spelled|spelt|misspelled|missing|written|listed|printed|there|here|and|or|but|with|under|like|same|different|correct|incorrect|changed|required|field|too|also|already|just|still|very|really|good|fine|ok|okay|sorry|mud|customer|agent|support|service|apple|samsung|huawei|xiaomi|iphone|android|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|english|chinese|american|british|prime|plus|vip|someone|somebody|nobody|calling|speaking|because|when|who|what|it|he|she|they|we|you|i|refused|unknown|delivered|signed|received|neighbor|neighbour|reception|a\.?|so|if|none|null|n)$/i

/** Names behind the words that say one follows: the surname stays, 王*, and of an English one the first letter, J* Smith. */
export function findNames(text: string): Span[] {
  if (!MAY_HOLD.test(text)) return []
  return [...chineseNames(text), ...englishNames(text)]
}

function chineseNames(text: string): Span[] {
  const spans = PATTERNS.flatMap((pattern) =>
    matchesIn(text, pattern).map(({ 0: whole, 2: given = '', index }): Span => {
      const end = index + whole.length
      return { kind: 'name', start: end - given.length, end, mask: '*' }
    }),
  )
  return [...spans, ...saidAgain(text, spans)]
}

/** The same names elsewhere in the text: 我是宋江，宋江的宋. */
function saidAgain(text: string, spans: readonly Span[]): Span[] {
  const names = new Set(spans.map(({ start, end }) => text.slice(start - 1, end)))
  return [...names].slice(0, MOST_NAMES).flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'gu'))].map(({ index }): Span => {
      return { kind: 'name', start: index + 1, end: index + name.length, mask: '*' }
    }),
  )
}

const englishNames = (text: string): Span[] =>
  [...matchesIn(text, SURELY_ENGLISH), ...matchesIn(text, PERHAPS_ENGLISH)].flatMap(
    ({ 1: first = '', index }): Span[] => {
      if (NO_NAME.test(first)) return []
      return [{ kind: 'name', start: index, end: index + first.length, mask: `${first.charAt(0)}*` }]
    },
  )
