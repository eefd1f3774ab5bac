import { latinNames } from './latin-name.ts'
import { isIn } from './may-match.ts'
import { namesAtCues } from './name-at-cue.ts'
import { namesBeside } from './name-beside.ts'
import { namesBetween } from './name-between.ts'
import { EVERYDAY_WORD, isLikelyName, namesByShape, namesBySigns } from './name-by-signs.ts'
import { explainedNames, explainedSigns } from './name-explained.ts'
import { isToldOfSomebody, namesInFields } from './name-field.ts'
import {
  BEGINS_WORD,
  BEHIND,
  GIVEN,
  HONORIFIC,
  isFamous,
  isOffice,
  isTitle,
  OF_THING,
  SEPARATION,
  WORDS,
} from './name-forms.ts'
import { namesOfRoles } from './name-of-role.ts'
import { SIGN_OF_NAMES } from './signs-of-names.ts'
import { matchesWhere, type Needy, type Span } from './span.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'
import { toldNames } from './told-name.ts'

/** What a name always stands behind. */
const SURE = `(?:我叫|[他她]叫|你叫|您叫|就叫|[儿女公婆妈爸子生太人伴弟哥姐妹爷奶叔姨孙友的]叫|名字叫|(?<![店歌书品牌片剧网群站物菜酒])名叫|本名|真名|姓名|名字|户名|账户名|开户人|机主|车主|业主|户主|房东|持卡人|[收寄发签联开预下付购申使][件货票系约单款买请用收]人|本人|受益人|被保险人|投保人|紧急联系人|经办人|申请人|患者|学员|代[收签领]人|(?:授权|担保|保证|承租|出租|监护|推荐|介绍|持有|受托|委托)人|卡主|房主|落款|新[娘郎]|[收寄][件货]信息|投诉人|反馈人|来电人|下单人|客户|顾客姓名)(?:姓名|名字|名称|名)?(?:啊|呢|嘛|呀|的话)?[\\s:：，,]{0,2}(?:是|叫|为|写的?是?|写|填的?是?|填|就是|应该是|改成|改为|换成|栏?打成了?)?(?:我?(?:妈妈?|爸爸?|老公|老婆|儿子|女儿|媳妇|爱人|姐姐?|哥哥?|弟弟?|妹妹?|婆婆|岳母))?`
/** In each of them stands one of these. */
const IN_SURE = /[叫名人]|[机车业户卡房]主|落款|新[娘郎]|房东|患者|学员|信息|客户/u
/** Of these the same, but much else is told of them right behind as well: then the name must end as one. 客户代邻居来电. */
const OF_ANYBODY = '(?:客户|学员)'
const KIN_OF = '(?:妈妈?|爸爸?|老公|老婆|儿子|女儿|媳妇|爱人|姐姐?|哥哥?|弟弟?|妹妹?|房东)?'
/** Where much else is told than names: a word, unless one more sign of names stands behind it. 客户葛根粉过敏, 客户龙虾死了. */
const NO_WORD = `(?!${BEGINS_WORD}(?!(?![中天])${SIGN_OF_NAMES}(?:[答说让给告打来的没要反投咨问称申]|${BEHIND})))`
/** 收件人写成拼音, 签收成空包裹: no family. */
const BECAME = '(?<=[换改写填记变打叫收])成'
/** What somebody writes of themselves behind 本人. */
const OF_ONESELF = '郑重[声承说要投提告申]|应[已该当]'
/** What a name stands behind when it is one: then nothing but the end of it, or who it belongs to, stands behind. */
export const NAME_CUE = '(?:[系咪喂]|我是|您是|你是|是|请问|找|叫|给|那个|这边是|认证的是|联系|[^\\p{Script=Han}\\w]|^)'

/** What three or four signs stand behind that are a name, where they end as one. */
const PERHAPS =
  '(?:叫做?|(?:[寄乘旅入借陪监担保看推介绍同委举报法负责病犯老工新客主联收付]|[\\u4e00-\\u9fff]{2})人(?:姓名|名字)?(?=[\\s:：是叫])|写着|签收写?[的了]?|抬头|个人(?=[:：])|旅客|乘客|楼长|原名|曾用名|化名|小名|同行[^。\\n]{0,6}人)'
/** Things are called so as well, and much else is written on them: then it must be made of the signs that names have. */
const OF_ANYTHING = `(?:写着|抬头|(?:${OF_THING}|[这那][个款种只道首本家]的?)叫做?)`
/** People who are named right behind what they are. */
const SOMEBODY =
  '(?:我[妈爸姐哥弟妹爷奶婆公叔姨舅姑]|客户|学员|客服|坐席|座席|话务员|快递员|配送员|送货员|安装工|司机|楼长|店长|导购|医生|护士|大夫|房东|同事|领导|主管|班主任|保姆|邻居|女儿|儿子|闺女|媳妇|婆婆|公公|岳母|岳父|外婆|姥姥|舅舅|姑姑|同学|室友|代收[-—:：]|老公|老婆|丈夫|妻子|爱人|母亲|父亲|妈妈|爸爸|爷爷|奶奶|宝宝|乖乖|孩子|孙子|孙女|外甥|侄子|侄女)'
const named = (needs: RegExp, source: string): Needy => ({ needs, pattern: new RegExp(source, 'giu') })
const PATTERNS: readonly Needy[] = [
  // 我叫王小明, 收件人：李秀兰.
  named(
    IN_SURE,
    `${SURNAMES.begin}(?<=${SURE}${SEPARATION})(?<!${OF_ANYBODY}${KIN_OF}${SEPARATION}(?=代|${EVERYDAY_WORD}${BEHIND}|(?!${NO_WORD})))(?!${WORDS}|${BECAME})(${SURNAMES.any})(${GIVEN}(?:(?!\\1)${GIVEN})?)(?:(?=\\1)|${BEHIND})`,
  ),
  named(
    IN_SURE,
    `${SURNAMES.begin}(?<=${SURE}${SEPARATION})(?<!${OF_ANYBODY}${SEPARATION})(?!${WORDS}|${OF_ONESELF})(${SURNAMES.plain})(${GIVEN}(?!\\1)${GIVEN})`,
  ),
  // 您是陈建国先生吗, 我是孙丽，
  named(
    new RegExp(HONORIFIC, 'u'),
    `${SURNAMES.begin}(?<=${NAME_CUE})(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?=\\1?${HONORIFIC})`,
  ),
  named(
    /[是叫成为记]/u,
    `${SURNAMES.begin}(?<=(?:我是|您是|你是|我是那个|[这那]边是|认证的是|请问是|是叫|人是|主是|妈是|爸是|的是|应该是|改成|改为|写成|登记的?是?|(?:^|[，,。！？\\s])就?叫)${SEPARATION})(?!${WORDS})${NO_WORD}(${SURNAMES.plain})(${GIVEN}{1,2})(?=$|[，。,.！!？?；;、\\s）)]|吗|吧|本人|的家)`,
  ),
  // 免贵姓林，林志玲; 姓张，叫张伟; 姓王名小明.
  named(/姓/u, `姓(${SURNAMES.any}|[区查乐])[^\\n姓]{0,6}?\\1(${GIVEN}{1,2})(?!的\\1)`),
  named(
    /姓/u,
    `姓(\\p{Script=Han})[^\\n。；]{0,16}?(?:全名|本名|大名|名字|叫)\\1(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`,
  ),
  named(
    /姓/u,
    `(?<=姓${SURNAMES.any}[\\s，,]{0,2}(?:单?名|名字)(?:是|叫|字)?)()(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`,
  ),
  // 姓覃叫海棠.
  named(/姓/u, `姓(${SURNAMES.any})[\\s，,]{0,2}叫做?(?!\\1)(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`),
  // 同行人 祝晓芸, 病人叫做沈阿根, 签收写着钱德贵可, 个人:章若楠溪.
  named(
    /[叫人名着抬客]|楼长|签收/u,
    `${SURNAMES.begin}(?<=${PERHAPS}${SEPARATION})(?!${WORDS}|(?<=${OF_ANYTHING}${SEPARATION})${SURNAMES.any}(?!${SIGN_OF_NAMES}{2}))(${SURNAMES.any})(${GIVEN}{2,3})(?=$|[^\\p{Script=Han}\\w*]|[可但而的和、家也吗吧跟与])`,
  ),
  // 客服韩佳宜答应我的, 我老公范永强.
  named(
    new RegExp(SOMEBODY, 'u'),
    `${SURNAMES.begin}(?<=${SOMEBODY}(?:叫做?|是)?[\\s:：]?)(?!${WORDS}|[车房代])${NO_WORD}(${SURNAMES.plain})(${GIVEN}{2})(?=$|[^\\p{Script=Han}\\w*]|[答说让给告打来的没不也跟接态回帮处在今昨前要把一那他她收签可但吗吧呢反投咨问称催申代去寄拿取])`,
  ),
  // 请问范永强师傅, 您是不是褚建国的家属.
  named(
    /师傅|老师|医生|护士|大夫|经理|主任|教授|的[家拼全身手电号账地快包订]/u,
    `${SURNAMES.begin}(?<=(?:${NAME_CUE}|是不是|查一下|帮|用)${SEPARATION})(?!${WORDS})(${SURNAMES.plain})(${GIVEN}{2})(?=师傅|老师|医生|护士|大夫|经理|主任|教授|的(?:家属|家人|拼音|全拼|身份|手机|电话|号码|账号|账户|地址|快递|包裹|订单))`,
  ),
  // 请叫李想接电话, 叫周敏来听: whoever is asked to come to the phone.
  named(
    /接电话|[来去]?[听接]/u,
    `${SURNAMES.begin}(?<=(?:叫|找|喊|让|请|换)(?:一?下|一?声)?)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2}|想)(?=来?(?:[接听]一?下?电话|听一?下?(?:$|[^\\p{Script=Han}])|接一?下?(?:$|[^\\p{Script=Han}])))`,
  ),
  // 把张晓红换成李雪梅: both are made of the signs that names have.
  named(
    /[改换]成/u,
    `(?<=[把将从由])(?!${WORDS})(${SURNAMES.plain})(${SIGN_OF_NAMES}{2})(?=[改换]成${SURNAMES.plain}${SIGN_OF_NAMES}{2}(?:$|[^\\p{Script=Han}]))`,
  ),
  named(
    /[改换]成/u,
    `(?<=[把将从由]${SURNAMES.plain}${SIGN_OF_NAMES}{2}[改换]成)(?!${WORDS})(${SURNAMES.plain})(${SIGN_OF_NAMES}{2})(?=$|[^\\p{Script=Han}])`,
  ),
  // 不是万志强,是万志刚.
  named(
    /是.*是/su,
    `${SURNAMES.begin}(?<=不?是)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{2})(?=[\\s，,]{0,2}(?:而|就|应该)?不?是\\1${GIVEN}{2}(?:$|[^\\p{Script=Han}]))`,
  ),
  // 面单打成祁尧, 写成"欧阳小糖".
  named(
    /成/u,
    `${SURNAMES.begin}(?<=[打写叫认印念听]成了?["“「'’]?)(?!${WORDS})(${SURNAMES.any})(${GIVEN}{1,2})(?=$|[^\\p{Script=Han}])`,
  ),
  // 曲 文 静.
  named(
    IN_SURE,
    `${SURNAMES.begin}(?<=${SURE}${SEPARATION})(${SURNAMES.any})((?:\\s{1,3}${GIVEN}){1,2})(?=$|[^\\p{Script=Han}\\s]|\\s[^\\p{Script=Han}])`,
  ),
]

const SPEAKER = new RegExp(`(?:^|(?<!叫|姓名|名字|人|是)\\n)\\s?(?:客户|学员)[:：]\\s?(${SURNAMES.any})$`, 'u')
const LONGEST_SPEAKER = 12

/** A text speaks of so many people at most; a whole conversation is looked through line by line. */
const MOST_NAMES = 8
const MAY_HOLD = /\p{Script=Han}{2}|\p{Script=Han} \p{Script=Han}|[a-z][,.:]? [a-z]/iu
/** Names behind the words that say one follows: the surname stays, 王*, and of an English one the first letter, J* Smith. */
export function findNames(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const latin = latinNames(text)
  return [...latin, ...chineseNames(text, latin)]
}

function chineseNames(text: string, latin: readonly Span[]): Span[] {
  const behindCues = PATTERNS.flatMap((pattern) =>
    matchesWhere(text, pattern).map(({ 0: whole, 2: given = '', index }): Span => {
      const end = index + whole.length
      return { kind: 'name', start: end - given.length, end, mask: '*' }
    }),
  )
  const spans = [
    ...behindCues,
    ...toldNames(text),
    ...namesAtCues(text),
    ...namesInFields(text),
    ...namesOfRoles(text),
    ...namesBetween(text),
    ...explainedNames(text),
    // Last, for of two that find the same the first is kept, and a word that tells a name says more than its signs.
    ...namesBySigns(text),
  ].filter((span) => !isNobody(text, span))
  const beside = namesBeside(text, [...latin, ...spans])
  return behindWholeFamilies(text, [
    ...[...spans, ...beside, ...saidAgain(text, [...spans, ...beside])],
    ...explainedSigns(text),
  ])
}

/** Whether what reads like a given name is a title, an office, whoever everybody knows, or what somebody says. */
export const isNobody = (text: string, span: { readonly start: number; readonly end: number }): boolean =>
  isTitle(text, span) ||
  isOffice(text, span) ||
  isFamous(text, span) ||
  isSaidBySomebody(text, span) ||
  isToldOfSomebody(text, span)

/** The same of a text that holds no number and no word that a name stands behind: by its signs, and what is said beside. */
export const namesWithoutDigits = (text: string): Span[] =>
  behindWholeFamilies(text, [
    ...[...namesAtCues(text), ...namesOfRoles(text), ...namesBetween(text)],
    ...namesByShape(text),
  ])

/** Of a family of two signs both stay: 我叫欧阳, 姓欧阳. */
const behindWholeFamilies = (text: string, spans: readonly Span[]): Span[] =>
  spans.flatMap((span): Span[] => {
    const isHalf = span.mask === '*' && IS_OF_TWO.test(text.slice(span.start - 1, span.start + 1))
    if (!isHalf) return [span]
    return span.start + 1 >= span.end ? [] : [{ ...span, start: span.start + 1 }]
  })
const IS_OF_TWO = new RegExp(`^(?:${COMPOUND})$`, 'u')

/** Whose turn it is stands in front of what is said, 客户：车牌架有吗, and seldom of a name: it must be made of the signs that names have. */
function isSaidBySomebody(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const family = SPEAKER.exec(text.slice(Math.max(0, start - LONGEST_SPEAKER), start))?.[1]
  return family !== undefined && !isLikelyName(family + text.slice(start, end))
}

/** The same names elsewhere in the text, and what somebody took for them: 我是宋江，宋江的宋; 尉迟敏打成尉池敏. */
function saidAgain(text: string, spans: readonly Span[]): Span[] {
  const names = new Set(spans.map(({ start, end }) => text.slice(start - 1, end)).filter((name) => !/\s/.test(name)))
  return [...names].slice(0, MOST_NAMES).flatMap((name) =>
    [...text.matchAll(new RegExp([name, ...mistaken(name)].join('|'), 'gu'))].map(({ index }): Span => {
      return { kind: 'name', start: index + 1, end: index + name.length, mask: '*' }
    }),
  )
}

/** A name of three signs with another one of them. */
const mistaken = (name: string): string[] =>
  name.length === 3 ? [...name].map((_, place) => `${name.slice(0, place)}\\p{Script=Han}${name.slice(place + 1)}`) : []
