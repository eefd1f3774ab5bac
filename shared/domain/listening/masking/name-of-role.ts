import { isKnown } from './name-by-shape.ts'
import { EVERYDAY_WORD, NOBODY } from './name-by-signs.ts'
import { BEGINS_WORD, GIVEN, WORDS } from './name-forms.ts'
import { matchesWhere, type Needy, type Span } from './span.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'

/** Names of whatever signs between what somebody is and what they do, 司机马占彪说; in front of whom they speak for, 樊秋实代母亲; and right at their phone: no list holds those signs. */
const ROLE =
  '(?:用户|客户|顾客|会员|司机|师傅|车主|业主|户主|租户|租客|住户|房东|家属|家长|学员|学生|患者|病人|旅客|乘客|储户|买家|卖家|骑手|店主|商户|(?:联系|经办|代办|代理|申请|投诉|反馈|来电|报修|报案|收件|寄件|下单|委托|监护|投保|被保险|参保|登记|当事|负责|受理|取件|代收|办理)人|经办|代办|陪护|护工|保洁|保姆)'
/** What only people do: nothing that is done with goods. */
const DOES =
  '(?:反[映馈]|来[电访过问说]|致电|投诉|要求|咨询|表示|[说称](?!明)|自[述称]|申[请诉报]|打来|打电话|想[问要退换]|问[药询一]|要[退换投求]|办理|已?签[收字]|[已没未不]|代[收取办领]|补[交办]|登记|提[出供]|同意|拒[绝收签]|确认|告知|质疑|催|找不|接[单听了]|的(?:电话|手机|身份证|地址|账[号户]|订单|快递|包裹|会员|保单|卡|积分|课)|积分|账[号户]|名下|$|[，,。；;！!？?\\n（(])'
const PHONE = '(?:\\+?86[\\s-]?)?1[3-9]\\d\\*{4}\\d{4}'
const PLACE_OR_OFFICE = '(?![区县市镇乡村省店部组科处室厂局站院校司行馆园路街号机车件单款群卡])'
/** Nor do goods and offices end so: 单词卡. */
const LAST = `(?![卡词单号码款件版包箱机器网页面价费量期区县市省店部组科处室厅局站院园馆])${GIVEN}`
/** As people are spoken of, and what they are: 何女士, 刘律师. */
const NO_TITLE =
  '(?!先生|女士|小姐|太太|夫人|阿姨|阿婆|阿公|[大老小]|师傅|老师|医生|大夫|经理|主任|主管|老板|律师|护[士工]|校长|院长|警官|教授|会计|法官|[村队厂局部处科店]长|同[学志事]|奶奶|爷爷|叔叔|婆婆|公公|伯伯|先生|[姓某][\\p{Script=Han}]?|[总姐哥叔姨嫂婶工]|家[人属里长]|客服|代[表理])'
const NO_NAME = `(?![代替车房都管]|${NOBODY}|${WORDS}|${BEGINS_WORD}|${EVERYDAY_WORD})`
const OF_THREE = `${NO_NAME}(?:(?:${COMPOUND})${NO_TITLE}${GIVEN}{1,2}|${SURNAMES.plain}${NO_TITLE}${GIVEN}${PLACE_OR_OFFICE}${LAST})`
/** Families that begin words as well, where the role says that somebody follows: 司机马占彪. */
const OF_ANY_FAMILY = `(?:${OF_THREE}|${NO_NAME}${SURNAMES.any}${NO_TITLE}${GIVEN}${PLACE_OR_OFFICE}${LAST})`
const OF_ANY = `${NO_NAME}(?:${OF_THREE}|${SURNAMES.plain}${NO_TITLE}${PLACE_OR_OFFICE}${GIVEN})`
const KIN =
  '(?:[我她他其]?(?:[母父]亲|妻子|丈夫|老[公婆]|[爸妈]妈?|儿子|女儿|爱人|奶奶|爷爷|外[婆公]|姥[姥爷]|婆婆|公公|岳[父母]|家人|家属|[哥姐弟妹]{1,2}|朋友|同事|邻居|孩子|公司|单位|老人|本人))'
const BEGINS = '(?<=^|[，,。；;：:、\\n\\s（(])'
const needy = (needs: RegExp, source: string): Needy => ({ needs, pattern: new RegExp(source, 'gu') })
const PATTERNS: readonly Needy[] = [
  needy(new RegExp(ROLE, 'u'), `${SURNAMES.begin}(?<=${ROLE}[:：\\s]?)${OF_ANY_FAMILY}(?=${DOES})`),
  needy(/[代替帮]/u, `${SURNAMES.begin}${BEGINS}${OF_THREE}(?=(?:[代替]|帮)${KIN})`),
  needy(
    /\d{3}\*{4}\d/u,
    `${SURNAMES.begin}(?<=${ROLE}[:：\\s]?|^|[，,。；;：:\\n])${OF_ANY}(?=[\\s，,:：]{0,2}${PHONE})`,
  ),
  // 卓玛 139****2345: of peoples whose names are written by their sounds.
  needy(
    /\d{3}\*{4}\d/u,
    `(?<=${ROLE}[:：\\s]?|^|[，,。；;：:\\n])(?:卓玛|扎西|达瓦|次仁|央金|白玛|拉姆|格桑|尼玛|旺堆|多吉|顿珠|平措|洛桑|德吉|阿依|古丽|巴特尔|其其格|娜仁|乌兰|苏日娜|萨仁|木拉提|买买提|艾力|热合曼|吐尔逊|阿迪力|麦麦提)\\p{Script=Han}{0,4}(?=[\\s，,:：]{0,2}${PHONE})`,
  ),
]
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})`, 'u')

/** In a text whose phones are masked. */
export const namesOfRoles = (text: string): Span[] =>
  PATTERNS.flatMap((pattern) => matchesWhere(text, pattern)).flatMap(({ 0: name, index }): Span[] => {
    if (isKnown(name)) return []
    const family = FAMILY_OF_TWO.exec(name)?.[0].length ?? 1
    return [{ kind: 'name', start: index + family, end: index + name.length, mask: '*' }]
  })
