import { EVERYDAY_WORD, NOBODY as READS_LIKE_ONE } from './name-by-signs.ts'
import { BEHIND, GIVEN, HONORIFIC, OF_THING, WORDS } from './name-forms.ts'
import { SIGN_OF_NAMES } from './signs-of-names.ts'
import { OF_JAPAN } from './sounded-names.ts'
import { matchesIn, type Span } from './span.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'

/** Whoever is named behind such a word is named for certain. */
const OF_PARCELS = '[收寄发签联][件货系收]人'
const WHOSE = `(?:${OF_PARCELS}|[收寄发签]件方?(?=\\s?[:：])|代收人|持卡人|[户机车业][名主]|姓名|(?<!${OF_THING})名字|[全本真大署原艺]名|曾用名|我名?叫做?|[他她]叫|[儿女公婆妈爸子友弟哥姐妹]叫|自称|(?<=[说称讲报来]|名字)自己(?:名字)?叫做?|自报(?:姓名)?)`
/** What stands in a form beside it: 姓名、电话. */
const BESIDE = '(?:[、/和与及+＋ ]{0,2}(?:姓名|名字|电话|手机号?|地址|号码|联系方式)){0,3}'
/** What leads from there to the name: 收件人姓名写错，应为, 联系人就写, 我叫那个. */
const LEADS =
  '(?:[\\s:：;；，,、/／"“「『【（(\\[\\]】<《=＝|｜—–>→-]|那个|这个|就|是|叫做?|为|写错|写|填错|填|打错|打|[那这]一?[栏格项]|[少多]个字|必须|只能|登记|成|了|着|错|一?栏|应该?|更名|更新|改名|改|显示|客户|其|母亲|父亲|丈夫|妻子|爱人|老公|老婆|儿子|女儿|换|变更|更正|正确的?|现|原|嘛|呢|啊|呃|嗯|额|由本人|自己|还是|仍然?|依[然旧]|还(?=[是写填叫])|(?:谁|哪位)(?=[\\s，,])|[写填叫]的|我?[妈爸]妈?爸?){1,8}'
const CUE = `(?<=${WHOSE}${BESIDE}${LEADS})(?!(?<=[换改写填记变打叫])成|应[为该改])`
/** The same with nothing in between. */
const RIGHT_BEHIND = `(?<=${WHOSE})`
/** Where it ends, or what is said of it. */
const END =
  '(?=$|[^\\p{Script=Han}\\w*]|就[行好可]|吧|呢|啊|呀|哈|的|对吧?|个人|[两三四]个字|先生|女士|不[是对符]|要|说|没|来|收|代[收签]|本人|电话|手机|地址|住址|微信|邮箱|身份证|护照|车牌|订单|家住|住在|\\p{Script=Han}字[旁头底]|[后前]面)'
/** Signs that names of other peoples are written with: 扎西次仁, 阿依古丽, 巴特尔. */
const SOUNDS =
  '阿艾安奥巴拜班贝毕别宾布才次措达丹旦德迪丁顿多尔夫噶嘎格根古哈海合赫吉加嘉江杰金卡克肯孔库拉兰朗勒雷里力莉丽利林琳隆罗洛鲁玛马买曼麦毛美蒙米莫姆木穆娜那乃尼妮努诺帕平普其恰齐奇强钦央热日仁茹萨桑沙山生斯松苏索塔台泰坦特提图吐托娅瓦旺维温乌西希雅亚扬杨耶伊依英雍玉扎泽增哲珍珠卓孜'
/** With so many more one of them may be rare. */
const SHORTEST_WITH_RARE = 3
const [SHORTEST_SOUND, LONGEST_SOUND] = [2, 8]
const OTHER_SCRIPT =
  '[\\p{Script=Cyrillic}\\p{Script=Hangul}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Arabic}\\p{Script=Thai}]'
const NOBODY =
  '(?:本人|平台|阿里|特斯拉|拉卡拉|马来西亚|西门子|安利|奥利奥|阿迪(?![力尔娜拉])|加拿大|新西兰|意大利|巴西|丹麦|泰国|古巴|江苏|吉林|平安|泰安|海安|玉林|江都|安吉|拉萨|哈尔滨|乌兰|西安|丽江|海林|希尔|耐克)'
const UTTERANCE = '(?:^|[\\n：:，,。！!?？])(?:(?:喂|您好|你好|嗯|哎|哦)[，,\\s]{0,2}){0,2}'

/** What stands behind somebody's family alone. */
const BEHIND_FAMILY = `(?:${HONORIFIC}|老师|师傅|医生|大夫|经理|主任|教授|老板|电话|手机|地址|号码|微信|姓名|名字|本人|代收|已|家|订单|单号|快递)`

/** Whether it may be. */
const ASKED = '(?:可以|行|好|能行)[吗么吧不]'
const ANY = `(?:${SURNAMES.any}|${SURNAMES.seldom})`
/** What a name is made of behind its first sign, where the words around are sure. */
const ANY_GIVEN = '(?:(?![的了是在我你您他她它们不没有跟与吗呢吧啊呀嘛哦呗个么什])\\p{Script=Han})'
const named = (source: string): RegExp => new RegExp(source, 'gu')
/** Of each the second part goes, and the first stays. */
const PATTERNS: readonly RegExp[] = [
  // 收件人【阮小梅】, 联系人就写丁晓峰吧, 收件人姓名写错，应为谭咏琪.
  named(`${SURNAMES.begin}(?:${CUE}|${RIGHT_BEHIND})(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?:${END}|(?=\\1))`),
  // 叫我潘志强就行.
  named(`${SURNAMES.begin}(?<=叫我)(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{2})${END}`),
  // 收件人是万里红，三个字.
  named(
    `${SURNAMES.begin}(?:${CUE}|${RIGHT_BEHIND}(?!${WORDS}))(?!代收[点站处]|代理[商点])(${SURNAMES.any})(${ANY_GIVEN}{2})(?=[，,。]|$|[两三四]个字)(?<!件|单|货|司)`,
  ),
  // 我的名字是乔，安，娜三个字.
  named(
    `${SURNAMES.begin}(?:${CUE}|${RIGHT_BEHIND})(${SURNAMES.any})((?:[，,、\\s]\\s?${GIVEN}){2,3})(?=$|[。.；;\\n]|[，,\\s]{0,2}[三四]个字|[，,]\\s?\\p{Script=Han}{1,3}\\1)`,
  ),
  // 实名夏侯明，
  named(
    `${SURNAMES.begin}(?<=实名(?:(?:登记|信息|认证)?人?(?:[是为]|[:：]\\s?)|(?:登记|认证)?人)?)(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}\\w*])`,
  ),
  // 您是司马青老师吗.
  named(
    `${SURNAMES.begin}(?<=[您你]是(?:不是)?[\\s，,]{0,2})(?!${WORDS})(${SURNAMES.plain})((?![副总主班])${GIVEN}{1,2})(?=老师|师傅|医生|大夫|经理|主任|教授)`,
  ),
  // 收件人 黄 蓉蓉.
  named(
    `${SURNAMES.begin}(?:${CUE}|${RIGHT_BEHIND})(${SURNAMES.plain})(\\s{1,2}(?!${BEHIND_FAMILY})${GIVEN}{2})(?=$|[^\\p{Script=Han}\\w*\\s])`,
  ),
  // 姓名诸葛⏎云飞.
  named(`${CUE}(${COMPOUND})(\\s{1,2}${GIVEN}{1,2})${BEHIND}`),
  named(`${RIGHT_BEHIND}(${COMPOUND})(\\s{1,2}${GIVEN}{1,2})${BEHIND}`),
  // 您是罗振宇航先生吗.
  named(
    `${SURNAMES.begin}(?<=(?:[您你]是|请问)[\\s，,]{0,2})(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{3})(?=${HONORIFIC})`,
  ),
  // 您是姜先礼先生本人吗.
  named(
    `${SURNAMES.begin}(?<=(?:[您你]是(?:不是)?|请问是?|喂)[\\s，,]{0,2})(?!${WORDS})(${SURNAMES.any})(${ANY_GIVEN}{2})(?=(?:先生|女士|小姐)(?:本人|[吗么吧？?]|[对是]))`,
  ),
  // 喂，是周婉清吧.
  named(
    `${SURNAMES.begin}(?<=${UTTERANCE}(?:请问)?是(?:不是)?)(?!${WORDS})(${SURNAMES.any})(${SIGN_OF_NAMES}{2})(?=$|[吗吧么不，,？?])`,
  ),
  // 您是不是温碧玉, 您是温碧玉么.
  named(`${SURNAMES.begin}(?<=[您你]是不是)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{2})(?=$|[^\\p{Script=Han}\\w*])`),
  named(`${SURNAMES.begin}(?<=[您你]是)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{2})(?=么|吗)`),
  // 好的汤镇业先生.
  named(
    `${SURNAMES.begin}(?<=好的?|致|转告|麻烦|谢谢|感谢)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{2})(?=先生|女士|小姐)`,
  ),
  // 小刘（翠花）.
  named(`${SURNAMES.begin}(?<=^|[^\\p{Script=Han}\\w]|[小老阿])(${SURNAMES.plain})[（(](${SIGN_OF_NAMES}{2})(?=[)）])`),
  // 小王 王小明.
  named(`[小老阿](${SURNAMES.any})[\\s，,、]\\1(${GIVEN}{2})(?=$|[^\\p{Script=Han}\\w*])`),
  // 彭小姐雪梅.
  named(
    `${SURNAMES.begin}(?:${SURNAMES.plain})(先生|女士|小姐|老师)(?!今[天日]|明[天日]|小心|可[以能]|一[直心]|安心|[春夏秋冬][天节]|方便|开心|同意)(${SIGN_OF_NAMES}{2})(?=$|[^\\p{Script=Han}\\w*]|[吗吧么])`,
  ),
  // 耳东陈，陈思远.
  named(
    `${SURNAMES.begin}(?<=\\p{Script=Han})(${SURNAMES.any})[，,\\s]{1,2}\\1(${SIGN_OF_NAMES}{1,2})(?=$|[^\\p{Script=Han}])`,
  ),
  // 原来写周建国，改周建民: both of one family.
  named(
    `${SURNAMES.begin}(?<=[写填登记])(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?=[，,\\s]{0,2}(?:现在?|要|想|应|请)?改[成为]?\\1${SIGN_OF_NAMES}{1,2}(?:$|[^\\p{Script=Han}]))`,
  ),
  // 名为温碧玉的账户.
  named(`${SURNAMES.begin}(?<=名为)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{2})${END}`),
  // 您是端木磊对吧.
  named(
    `${SURNAMES.begin}(?<=[您你]是[\\s，,]{0,2})(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{1,2})(?=对吧|对吗|没错|本人)`,
  ),
  // 我是谭永康昨天那个单, at the beginning of what somebody says.
  named(
    `${SURNAMES.begin}(?<=${UTTERANCE}(?:我是|这里是|这边是))(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{2})(?=$|[，,。\\s啊呀哈]|昨天|今天|前天|上次|刚才|刚刚|那个|邮箱|电话|手机|微信|地址|订单|我[要想的叫])`,
  ),
  // 我是任嘉伟邮箱renjw.
  named(
    `${SURNAMES.begin}(?<=${UTTERANCE}(?:我是|这里是|这边是))(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?=[，,\\s]?(?:我的?)?(?:邮箱|电话|手机号|微信|地址)(?:[是:：\\s]|[a-z\\d]))`,
  ),
  // 方圆（姓名）.
  named(
    `${SURNAMES.begin}(?<=^|[^\\p{Script=Han}\\w])(${SURNAMES.any})(${GIVEN}{1,2})(?=\\s?[（(【](?:姓名|名字|${OF_PARCELS}|本人|机主|户主|持卡人|客户)[）)】])`,
  ),
  // 收件人那栏叫戈雅楠, 机主名字是檀景行.
  named(
    `(?=${SURNAMES.seldom})(?:${CUE}|${RIGHT_BEHIND})(?!${READS_LIKE_ONE})(${SURNAMES.seldom})(${SIGN_OF_NAMES}{1,2})${END}`,
  ),
  // 收件人改童佳宁可以吗.
  named(
    `(?=${ANY})(?:${CUE}|${RIGHT_BEHIND})(?!${WORDS}|${READS_LIKE_ONE})(?!${EVERYDAY_WORD}${ASKED})(${ANY})(${SIGN_OF_NAMES}{1,2})(?=${ASKED})`,
  ),
  // 您是贝宁女士吧.
  named(
    `(?=${SURNAMES.seldom})(?<=(?:[您你]是(?:不是)?|请问是?|喂)[\\s，,]{0,2})(${SURNAMES.seldom})(${SIGN_OF_NAMES}{1,2})(?=先生|女士|小姐)`,
  ),
  // 喂，是慕容倩本人吗.
  named(
    `(?=${ANY})(?<=是(?:不是)?[\\s，,]{0,2})(?!${WORDS}|${READS_LIKE_ONE})(?:(${SURNAMES.plain}(?=${GIVEN}{1,2}(?:先生|女士|小姐)?本人)|${ANY}(?=${SIGN_OF_NAMES}{1,2}(?:先生|女士|小姐)?本人)))(${GIVEN}{1,2})(?=(?:先生|女士|小姐)?本人(?:$|[吗么吧在？?，,。]))`,
  ),
  // 收件人叫小林惠子.
  named(`(?:${CUE}|${RIGHT_BEHIND})(${OF_JAPAN})([\\p{Script=Han}]{1,3})${END}`),
  // 收件人: 김민수.
  named(
    `${CUE}(${OTHER_SCRIPT})((?:[\\p{M}ー]|${OTHER_SCRIPT}){1,20}(?:[\\s·・-](?:[\\p{M}ー]|${OTHER_SCRIPT}){1,20}){0,3})`,
  ),
]
/** The same where the family is told apart: most texts have no such word. */
const WITH_FAMILY: readonly RegExp[] = [
  // 我姓温，温度的温，碧玉.
  named(`姓(${SURNAMES.any})[，,]\\p{Script=Han}{1,4}的\\1[，,](${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`),
  // 我姓周，双名婉清; 姓：周 名：婉清; 姓周的，婉清.
  named(
    `姓\\s?[:：]?\\s?(${SURNAMES.any})(?:的|[\\s，,]){1,3}(?:[双单]?名字?(?:[是叫为]|\\s?[:：]\\s?)?)(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`,
  ),
  named(`姓(${SURNAMES.any})的?[，,\\s]\\s?(?!\\1)(${SIGN_OF_NAMES}{2})(?=$|[^\\p{Script=Han}])`),
  // 翠花，姓刘.
  named(`(?<=^|[^\\p{Script=Han}\\w]|叫)()(${SIGN_OF_NAMES}{2})(?=[，,\\s]姓${SURNAMES.any}(?:$|[^\\p{Script=Han}]))`),
  // 周姓，叫婉清.
  named(`${SURNAMES.begin}(${SURNAMES.any})姓[，,]?(?:单?名叫?|叫)(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`),
  // 我叫思远，姓陈.
  named(`叫()(${SIGN_OF_NAMES}{2})(?=[，,\\s]{1,2}我?姓${SURNAMES.any})`),
]
const OF_SOUNDS = named(
  `(?:${CUE}|${RIGHT_BEHIND})(?!${NOBODY})([${SOUNDS}])(\\s?\\p{Script=Han}(?:\\s?\\p{Script=Han}){${SHORTEST_SOUND - 2},${LONGEST_SOUND - 2}}?)${END}`,
)
/** The same where somebody is asked whether they are who is named: 您是尼玛次仁吗. */
const ASKED_OF_SOUNDS = named(
  `(?<=[您你]是(?:不是)?[\\s，,]{0,2})(?!${NOBODY})([${SOUNDS}])([${SOUNDS}]{2,7})(?=[吗吧么]|先生|女士|小姐|对吧|对吗|本人)`,
)
/** 扎西顿珠先生, 写的是米热班收, 他叫什么阿迪力. */
const CALLED_OF_SOUNDS = named(
  `(?<=^|[^\\p{Script=Han}]|[是给找跟]|[他她人]叫(?:什么)?|授权人[:：]?)(?!${NOBODY})([${SOUNDS}])([${SOUNDS}]{2,6})(?=先生|女士|小姐|收(?:$|[^\\p{Script=Han}])|(?<=[他她人]叫(?:什么)?[${SOUNDS}]{3,7}|授权人[:：]?[${SOUNDS}]{3,7})(?:$|[^\\p{Script=Han}]))`,
)
/** Whoever says of themselves what they are says their trade more often than a name: 自称高管, 自称安检员. */
const BEHIND_THEMSELVES = /自称(?:[\s:：,，"“「]|就?是|叫){0,3}$/u
const OF_TRADE = /[员师商工者客户长警侨匠官兵领管]$|[贩撇骗头]子$/u
/** Whom everybody knows from books: nobody else says so in earnest. */
const OF_BOOKS =
  /^(?:秦始皇|孙悟空|猪八戒|孙大圣|曹操|刘备|关羽|关公|张飞|诸葛亮|武则天|包青天|林黛玉|贾宝玉|白素贞|许仙|岳飞|李白|杜甫|苏东坡|鲁迅)$/u
const FEWEST_OF_THEMSELVES = 2
const PLAIN_NAME = new RegExp(`^${SURNAMES.plain}${SIGN_OF_NAMES}$`, 'u')
const FARTHEST = 8
/** What is bought: 索尼娅包. */
const GOODS = /[包鞋裙裤衣帽袜车机店酒茶油霜膏表灯床柜锅壶杯碗箱牌款]$/u
const SOUND = new RegExp(`[${SOUNDS}]`, 'gu')
const MAY_HOLD = new RegExp(
  `${WHOSE}|[他她人]叫|授权人|[${SOUNDS}]{3}收|叫我|[小老阿]\\p{Script=Han}[\\s，,、]\\p{Script=Han}{3}|[写填](?=\\p{Script=Han}{2,4}[，,\\s])|名为|本人|姓|先生|女士|小姐|[您你]是|实名|请问|这里是|这边是|我是|[（(【](?:姓名|名字|${OF_PARCELS}|本人|\\p{Script=Han}{2}[)）])`,
  'gu',
)
const [IN_FRONT, FARTHEST_BEHIND] = [40, 200]

/** Names with words or signs between them and what says that they follow, and those of peoples whose families have other names. In a folded text. */
export function toldNames(text: string): Span[] {
  return partsAround(text).flatMap((part) =>
    toldIn(text.slice(part.start, part.end)).map((span) => ({
      ...span,
      ...{ start: span.start + part.start, end: span.end + part.start },
    })),
  )
}

/** What stands around the words that announce a name: elsewhere none is told, and a long text is looked through once alone. */
function partsAround(text: string): { start: number; end: number }[] {
  const parts: { start: number; end: number }[] = []
  for (const { index } of matchesIn(text, MAY_HOLD)) {
    const [start, end] = [Math.max(0, index - IN_FRONT), Math.min(text.length, index + FARTHEST_BEHIND)]
    const last = parts.at(-1)
    if (last !== undefined && start <= last.end) last.end = end
    else parts.push({ start, end })
  }
  return parts
}

function toldIn(text: string): Span[] {
  const foreign = [
    ...matchesIn(text, OF_SOUNDS),
    ...matchesIn(text, ASKED_OF_SOUNDS),
    ...matchesIn(text, CALLED_OF_SOUNDS),
  ].filter(({ 1: first = '', 2: rest = '' }) => areSounds(first + rest))
  return [...PATTERNS, ...(text.includes('姓') ? WITH_FAMILY : [])]
    .flatMap((pattern) => matchesIn(text, pattern))
    .concat(foreign)
    .flatMap(({ 0: whole, 2: given = '', index }): Span[] => {
      const end = index + whole.length
      if (BEHIND_THEMSELVES.test(text.slice(Math.max(0, index - FARTHEST), index)) && isTrade(whole, given)) return []
      return [{ kind: 'name', start: end - given.length, end, mask: '*' }]
    })
}

/** One sign behind a family that begins no other word is a name as well: 自称秦岚. */
const isTrade = (whole: string, given: string): boolean =>
  OF_TRADE.test(given) || OF_BOOKS.test(whole) || (given.length < FEWEST_OF_THEMSELVES && !PLAIN_NAME.test(whole))

/** All of its signs but one, for a name may have one that is rare. */
function areSounds(name: string): boolean {
  const signs = name.replace(/\s/gu, '')
  if (new Set(signs).size < 2 || GOODS.test(signs)) return false
  return (signs.match(SOUND)?.length ?? 0) >= signs.length - (signs.length > SHORTEST_WITH_RARE ? 1 : 0)
}
