import { isKnown, isNamedByShape } from './name-by-shape.ts'
import { BEGINS_WORD, OF_THING, WORDS } from './name-forms.ts'
import { OF_GIVEN_NAMES, SIGN_OF_NAMES } from './signs-of-names.ts'
import { matchesWhere, type Needy, outermost, type Span } from './span.ts'
import { COMPOUND, FIRST_SIGNS, SURNAMES } from './surnames.ts'

/** Books, goods, places and relatives that read like names. */
export const NOBODY =
  '(?:宁夏|凌晨|[黄冷]一白|江小白|东方[红树]|江城子|叶[绿黄红]素|龙凤|韩文|花[西雪]子|钱花|.英文|(?:[申中圆汇]通|韵达)(?!先生|女士|小姐|本人|[，,\\s]{0,2}(?:电话|手机|1[3-9]))|.(?:伯伯|叔叔|婶婶|姥姥|总监|厂长|局长|院长|校长|馆长)|雷雨|蓝光|凌迟|房[本东]|黄泉|阳江|石英|封路|韩元|欧元|西门|孙[子女儿]|李宁|周大[福生]|周生生|周六福|戴森|乔丹|张小泉|王守义|王致和|陈克明|马应龙|张裕|白玉兰|东方明珠|纪念|代发|项权|张红中|都满意|金银|金刚|方言|方正|全力|安心|安静|向来|常言|水星|和平|陈年|严正|邮路|应时|时尚|时光|高达|高清|高中|高德|高新|成达|万达|万金|万岁|钱江|安达|马达|雷达|沙河|石河|石景|江苏|江西|江北|江南|武昌|武林|常德|常熟|安庆|宁德|平凉|关山|金山|金华|金昌|金坛|巫山|黄山|黄石|黄冈|高雄|泰山|华山|衡山|庐山|温岭|乐山|乐清|海宁|广元|连江|连云|曲江|曲靖|古田|沙坪|洪山|洪江|余江|余庆|梅江|梅州|柳江|潘家|莫干|康定|康巴|史记|文成|文昌|文山|向阳|成武|成华|温江|沈河|沈北|吉安|吉水|辛集|钟山|钟祥|景德|荣成|荣昌|华阳|章丘|龙岩|龙泉|龙华|龙江|龙海|龙川|龙门|马鞍|易县|关中|方山|雷州|雷山|万年|万宁|万安|万州|万源|花都|花山|白山|白云|白银|牛栏)'
/** What families that begin other words are with one sign, as calls have them: by themselves they are those words. */
export const EVERYDAY_WORD =
  '(?:安[保全静心定逸好]|高[兴铁一级中贵雅龄三二]|文静款|凌晨|严肃|庞大|薄荷|曲奇|[栗段包糜]子|全麦|杭菊|柏木|朴素|茹素|练琴|原[来文本名]|关[心门怀]|明[天白日]|全[家勤文世名]|简[洁易]|任[意何]|连心|纪念|单[元程一]|文化|家长|居[家然]|平[安静时]|成[功本]|卫生|花生|白[天色]|相信|幸福|吉利|怀念|公平|常用|通用|统一|同[上意]|许久|包干)'
/** Of three signs the last two are a word: 云安全. */
const WITH_A_WORD = '(?:安全|立方|润霜|健康|语音|音乐|新闻|基金|学校|大学|小学|钢琴|漫画|保洁|家政|登山|清洁)'
/** Signs of names that stand behind one begin the next word more often. */
const BEGINS_NEXT_WORD =
  '本人|来[电说催问投要找拿取]|[明昨前后]天|同[学志事意]|先生|家[里人属中]|经理|老师|可[以能]|一[直起家]|生[日前]|天天|金额|健康|名下|名字|新[的买办]|方[面便]|立[刻即]|发[来了的货现]|信息|工[号单作]|书[写面]'
const TWO_SIGNS = `(?!${BEGINS_NEXT_WORD})${SIGN_OF_NAMES}(?!${BEGINS_NEXT_WORD})${SIGN_OF_NAMES}`
const SHAPE = `(?:(?:${COMPOUND})(?:${TWO_SIGNS}|${SIGN_OF_NAMES})|${SURNAMES.any}${TWO_SIGNS}|${SURNAMES.plain}${SIGN_OF_NAMES}|${SURNAMES.seldom}${TWO_SIGNS})`
/** The shape is told faster than that it is nobody's. */
const LIKELY = `(?=${SHAPE})(?!${NOBODY}|${WORDS}|${SURNAMES.seldom}${WITH_A_WORD})${SHAPE}`
/** Sign by sign: 周-婉-清. */
const GAP = '[\\s·•.、，,/／_—–-]'
const IN_PIECES: Needy = {
  needs: new RegExp(`${GAP}${SIGN_OF_NAMES}${GAP}`, 'u'),
  pattern: new RegExp(
    `${SURNAMES.begin}(?:${SURNAMES.any})(?:${GAP}{1,2}${SIGN_OF_NAMES}){2}(?!${SIGN_OF_NAMES})`,
    'gu',
  ),
}
const CANDIDATE = new RegExp(
  `(?!(?<=[写改换打寄变做煮炖念听认])成)${LIKELY}(?!(?!${BEGINS_NEXT_WORD})${SIGN_OF_NAMES})`,
  'uy',
)
/** What each sign may be of a name: looked up in a table, for a text is gone through sign by sign whatever it holds. */
const [FAMILY, FAMILY_OF_TWO_SIGNS, GIVEN] = [1, 2, 4]
const MAY_BE = new Uint8Array(0x1_0000)
const mayBe = (signs: string, what: number): void => {
  for (const sign of signs) MAY_BE[sign.charCodeAt(0)] = (MAY_BE[sign.charCodeAt(0)] ?? 0) | what
}
mayBe(FIRST_SIGNS.any, FAMILY)
mayBe(FIRST_SIGNS.ofTwo, FAMILY_OF_TWO_SIGNS)
mayBe(OF_GIVEN_NAMES, GIVEN)
const isAt = (text: string, place: number, what: number): boolean =>
  ((MAY_BE[text.charCodeAt(place)] ?? 0) & what) !== 0

interface Candidate {
  readonly name: string
  readonly index: number
}

/** All that has the shape of a name, from left to right. */
function candidatesIn(text: string): Candidate[] {
  const found: Candidate[] = []
  for (let index = 0; index < text.length - 1; index++) {
    if (!isAt(text, index, FAMILY)) continue
    if (!isAt(text, index + 1, GIVEN) && !(isAt(text, index, FAMILY_OF_TWO_SIGNS) && isAt(text, index + 2, GIVEN)))
      continue
    CANDIDATE.lastIndex = index
    const name = CANDIDATE.exec(text)?.[0]
    if (name === undefined) continue
    found.push({ name, index })
    index += name.length - 1
  }
  return found
}
const WHOLE = new RegExp(`^${LIKELY}$`, 'u')
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})`, 'u')

/** Whether a name is made of such signs. */
export const isLikelyName = (name: string): boolean => WHOLE.test(name)

const [FARTHEST, NEXT] = [32, 24]
const SIDE = '[^\\p{Script=Han}\\w*]'
const BEGINS = new RegExp(`(?:^|${SIDE})$`, 'u')
const ENDS = new RegExp(`^(?:$|${SIDE})`, 'u')
/** Who is somebody, in front of how they are called. */
const SOMEBODY =
  '(?:会员|用户|买家|卖家|顾客|客人|旅客|乘客|患者|病人|来电者?|主叫|被叫|团长|店长|组长|班长|队长|房主|房东|租客|租户|住户|[户机车业法船货][主人]|法定代表人?|经办|收方|寄方|收|寄|亲爱的|尊敬的|尊称|称呼|称谓|全名|本名|真名|大名|小名|学名|[收寄发签联投申开持办领取乘预订付购报受担监][件货票系诉请户卡理款车机约买案托保护约]人|(?:转|写|交|寄|发|送|留|递|拿|带)给|(?<![a-z])(?:to|attn|name|dear|cc|from)[:：]?|[收寄发派]件|(?<![a-z_])(?:(?:real|full|user|receiver|customer|contact|consignee|recipient|sender|buyer)[_ ]?name|name|receiver|consignee|recipient|sender|customer|buyer|contact)["”]?\\s?[:：=＝]\\s?["“]?)'
const KIN =
  '(?:老公|老婆|丈夫|妻子|爱人|媳妇|[我他她你您](?:[爸妈哥姐弟妹叔姨舅姑]|家)|爸爸|妈妈|[父母]亲|哥哥|姐姐|弟弟|妹妹|儿子|女儿|闺女|孩子|爷爷|奶奶|外[公婆]|公公|婆婆|岳[父母]|表[哥姐弟妹]|邻居|同事|朋友|室友|同学|[队组班店]长|领导|主管|经理|老板|坐席|保姆|司机|师傅|抄送|@|工单转)'
/** Whose something is: 账号是刘翠花的. */
const WHOSE = '(?:(?:写|登记|填|留|用)的是?|(?:账号|单子?|订单|快递|包裹|卡|户)是)'
const BEHIND_SOMEBODY = new RegExp(`${SOMEBODY}[\\s:：，,"“「（(]{0,2}$`, 'iu')
/** Behind these a longer name alone is one: of short ones many are words. */
const BEHIND_KIN = new RegExp(`(?:${KIN}|${WHOSE})[\\s:：（(]?$`, 'u')
const IS_LONG = new RegExp(`^(?:${SURNAMES.plain}${SIGN_OF_NAMES}{2}|(?:${COMPOUND})${SIGN_OF_NAMES})`, 'u')
/** It is said of somebody's name that stands somewhere behind in the same sentence. */
const ANNOUNCED = new RegExp(
  `(?:姓名|(?<!${OF_THING})名字|称呼|[收寄发签][件货]人?|[联签下申报投代]\\S人|实名|户名|面单|快递单|怎么称呼)[^。；;！!？?\\n*]{0,24}$`,
  'u',
)
const LEADS_THERE = /(?:[^\p{Script=Han}\w*]|[是叫成为写填找给的]|应[为该]|换成|改[成为]|登记)$/u
/** What somebody does whose name stands in front, or how they are spoken to. */
const OF_SOMEBODY =
  /^\s?[（(]?(?:收(?=$|[^\p{Script=Han}]|就|的)|代?签收|代[收领]|本人|先生|女士|小姐|同学|[您你]好|来电|亲[启收]|敬[启上]|名下|家属|家人|的(?:妻子|丈夫|老[公婆]|爱人|爸|妈|[父母]亲|儿子|女儿|家[属人里]|朋友|同[事学]|邻居|室友|助理|秘书|账[号户]|手机|电话|快递|包裹|单子))/u
/** 这单是周建国的. */
const BEHIND_OWNED = /(?:单子?|订单|快递|包裹|账号|卡|件|号)[码都也就]?(?:都|也|就|不)?是$/u
const OWNED = /^的(?=$|[^\p{Script=Han}]|[吗吧么啊呀不])/u
/** Said of whoever was called what they are. */
const SAID_OF_THEM =
  /^(?:反馈|来电|表示|投诉|要求|咨询|说|称|的|申请|来[说问催投要找拿取]|[想要没已也]|家|[打问催买签查收用接住办开领取拿去])/u
const IN_FRONT_OF_THEM = /(?:^|[^\p{Script=Han}\w*]|[写是由叫给找让请跟问和与着到在转致]|单[上有])$/u
/** A phone beside it, or a place: who, where and how to reach them are told together. */
const PHONE = '(?:\\+?86[\\s-]?)?1[3-9]\\d\\*{4}\\d{4}'
const JOINED = '[\\s，,、;；|｜/／:：+＋-]{0,3}'
const LABEL = '(?:(?:联系)?电话|手机号?码?|联系方式|tel|phone)?'
const BEFORE_PHONE = new RegExp(`^${JOINED}[（(]?${LABEL}${JOINED}${PHONE}`, 'iu')
const BEHIND_PHONE = new RegExp(`${PHONE}${JOINED}[（(]?$`, 'u')
const BEFORE_PLACE =
  /^[\s，,、;；|｜]{1,3}(?:\p{Script=Han}{2,7}(?:省|自治区)\p{Script=Han}{1,7}[市州盟]|\p{Script=Han}{2,4}市\p{Script=Han}{1,5}[区县市])/u
/** 陈思琪，女，32 岁. */
const OF_THEIR_SEX = /^[，,\s/（(]{1,2}[男女](?=$|[，,\s/）)])/u
/** Asked for, and told in the next turn. */
const ASKED =
  /(?:怎么称呼|贵姓|姓名|名字|叫什么|叫啥|哪位|收[件货]人|联系人|户名|称呼)[^\n。*]{0,12}\n(?:[\p{Script=Han}A-Za-z]{1,4}[:：]\s?)?(?:嗯|哦|啊|我?是|叫|我叫|[，,\s]){0,4}$/u

/** 孩子叫朵朵: the same sign twice, behind a child. */
const OF_A_CHILD: Needy = {
  needs: /叫(?:做)?(\p{Script=Han})\1/u,
  pattern:
    /(?<=(?:孩子|小孩|宝宝|女儿|儿子|闺女|[女男]娃|娃儿?|小朋友|孙[子女]|外孙女?)(?:的?[小乳]?名(?:字)?)?叫(?:做)?)(\p{Script=Han})\1(?=$|[^\p{Script=Han}])/gu,
}
/** 我这边是龚倩妈妈: whose parents speak. */
const OF_PARENTS: Needy = {
  needs: new RegExp(`${SIGN_OF_NAMES}的?(?:妈妈|爸爸|奶奶|爷爷|家长)`, 'u'),
  pattern: new RegExp(
    `${SURNAMES.begin}(?<=^|[^\\p{Script=Han}\\w*]|[是给找])(?!${NOBODY}|${WORDS}|${EVERYDAY_WORD})(?:${SURNAMES.plain})${SIGN_OF_NAMES}{1,2}(?=(?:的?(?:妈妈|爸爸|奶奶|爷爷|家长))(?:$|[^\\p{Script=Han}]|[想说问要的在来打]))`,
    'gu',
  ),
}
/** 授权人查良才, 坐席方敏: of any family, right behind what somebody is. */
const ROLE =
  '(?:(?:授权|受益|投保|委托|监护|申请|联系|担保|经办)人[:：是]?\\s?|[坐座]席(?:叫)?|爱人|女儿|儿子|家长|新[娘郎])'
const OF_A_ROLE: Needy = {
  needs: new RegExp(ROLE, 'u'),
  pattern: new RegExp(
    `(?=[查${FIRST_SIGNS.any}])(?<=${ROLE})(?!${NOBODY}|${WORDS}|${BEGINS_WORD}|${EVERYDAY_WORD}|[都才管])(?:(?:${SURNAMES.any})${SIGN_OF_NAMES}|(?:${SURNAMES.seldom}|查)(?:[良莹]|${SIGN_OF_NAMES})${SIGN_OF_NAMES}?)(?=$|[^\\p{Script=Han}\\w*]|办的|要求)`,
    'gu',
  ),
}
const besideSomebody = (text: string): Span[] =>
  [OF_A_CHILD, OF_PARENTS, OF_A_ROLE].flatMap((needy) =>
    matchesWhere(text, needy).map(({ 0: name, index }) => spanOf(index, name)),
  )

/** Names that nothing but their shape tells, in a text that holds nothing else. */
export const namesByShape = (text: string): Span[] =>
  outermost([
    ...besideSomebody(text),
    ...candidatesIn(text).flatMap(({ name, index }): Span[] => {
      const end = index + name.length
      return isNamedByShape(frontOf(text, index), name, text.slice(end, end + NEXT)) ? [byShape(index, name)] : []
    }),
  ])

/** Names that are told by the signs they are made of, where something near speaks of somebody. In a text whose phones are masked. */
export const namesBySigns = (text: string): Span[] => [
  ...besideSomebody(text),
  ...candidatesIn(text).flatMap(({ name, index }): Span[] => {
    const end = index + name.length
    const [front, behind] = [frontOf(text, index), text.slice(end, end + NEXT)]
    if (isSomebody(front, behind, name)) return [spanOf(index, name)]
    return isNamedByShape(front, name, behind) ? [byShape(index, name)] : []
  }),
  ...matchesWhere(text, IN_PIECES).flatMap(({ 0: name, index }): Span[] =>
    isAnnounced(frontOf(text, index)) && ENDS.test(text.slice(index + name.length, index + name.length + NEXT))
      ? [spanOf(index, name)]
      : [],
  ),
]

const frontOf = (text: string, index: number): string => text.slice(Math.max(0, index - FARTHEST), index)

/** The family stays. */
function spanOf(start: number, name: string): Span {
  const family = FAMILY_OF_TWO.exec(name)?.[0].length ?? 1
  return { kind: 'name', start: start + family, end: start + name.length, mask: '*' }
}

const byShape = (start: number, name: string): Span => ({ ...spanOf(start, name), isByShape: true })

const isAnnounced = (front: string): boolean =>
  BEHIND_SOMEBODY.test(front) || (ANNOUNCED.test(front) && LEADS_THERE.test(front))

const OF_THING_IN_FRONT = new RegExp(`${OF_THING}名?[字叫写填]?$`, 'u')
/** In front of most that is written, said or changed; of three signs that names are made of hardly anything but one. */
const LEADS_TO_ANY =
  /(?:(?:[姓名叫写填栏给人壁款称员父母妹弟哥姐家事长头单用问跟由归让是对帮者]|[一找]下)|(?:名称?|款|[人者员栏])[\s：:]{1,2})[：:]?$/u
/** Goods are changed as often, 把江小白换成别的: somebody's name must be spoken of. */
const CHANGES = /(?:[从替把]|[改换写填记登变]录?[成为])[：:]?$/u
const SAYS_NAME = /收[件货]|寄件|发件|姓名|名字|抬头|户名|机主|登记|联系人|签收|面单|实名|改名/u
const ENDS_OR_BECOMES = /^(?:$|[^\p{Script=Han}\w*]|吧|[改换]成|[收了](?!\p{Script=Han})|就[行好])/u

/** What somebody is, or what is done to them or by them, and what they do then: 让潘婷婷明天补电话, 由夏侯云回访. */
const DONE_BY =
  /(?:维修组|客服组|[给请让由跟找]了?|取消|核对了?|新[娘郎]|个人[,，\s]|下单|担保人|房主|先生|爱人|[坐座]席|开|这是|表扬[:：]|身份[:：])$/u
const DOES =
  /^(?:$|[^\p{Script=Han}\w*]|[明今昨前]天|补|出差|回访|对接|电话|的(?:姓名|名字|会员|订单|第|账|卡|资料|保单)|已|个人(?:$|[^\p{Script=Han}])|[，,、])/u

function isSomebody(front: string, behind: string, name: string): boolean {
  const begins = BEGINS.test(front)
  const isLed = LEADS_TO_ANY.test(front) || (CHANGES.test(front) && SAYS_NAME.test(front + behind))
  if (IS_LONG.test(name) && isLed && !isKnown(name) && !OF_THING_IN_FRONT.test(front) && ENDS_OR_BECOMES.test(behind))
    return true
  if (IS_LONG.test(name) && DONE_BY.test(front) && DOES.test(behind)) return true
  const isCalled = BEHIND_SOMEBODY.test(front) || (IS_LONG.test(name) && BEHIND_KIN.test(front))
  if (IS_LONG.test(name) && BEHIND_OWNED.test(front) && OWNED.test(behind)) return true
  if (OF_SOMEBODY.test(behind) && (isCalled || IN_FRONT_OF_THEM.test(front))) return true
  if (isCalled && SAID_OF_THEM.test(behind)) return true
  if ((begins && BEFORE_PHONE.test(behind)) || (ENDS.test(behind) && BEHIND_PHONE.test(front))) return true
  if (!ENDS.test(behind)) return false
  return (
    isCalled ||
    isAnnounced(front) ||
    (begins && (BEFORE_PLACE.test(behind) || OF_THEIR_SEX.test(behind) || ASKED.test(front)))
  )
}
