import { IS_OF_PLACE, isKnown, isNoNameByShape } from './name-by-shape.ts'
import { EVERYDAY_WORD, NOBODY } from './name-by-signs.ts'
import { BEGINS_WORD, GIVEN, WORDS } from './name-forms.ts'
import { SIGN_OF_NAMES } from './signs-of-names.ts'
import {
  beginsSound,
  FIRST_OF_PARTS,
  FIRST_OF_SOUNDS,
  OF_JAPAN,
  OF_JAPAN_WHOLE,
  OF_ONE_SOUND,
  OF_TWO_SOUNDS,
} from './sounded-names.ts'
import type { Span } from './span.ts'
import { COMPOUND, FIRST_SIGNS, SURNAMES } from './surnames.ts'

/**
 * A name by what stands on both sides of it, as notes are written: 来电人李娜反映, 回访贺敏，满意, 栾慧的快递丢了. The surer the one side, the less is asked of the other and of
 * the signs between.
 */

/** Who somebody is: right behind it they are named. */
const ROLE =
  '(?:用户|客户|顾客|会员|买家|卖家|机主|主叫|户主|车主|业主|房主|卡主|租客|租户|住户|房东|房客|病人|病患|患者|学员|学生|家长|家属|旅客|乘客|商户|骑手|司机|师傅|导游|领队|客人|快递员|配送员|送货员|安装工|店员|店长|经理|主管|领导|导购|保安|门卫|前台|物业|客服|坐席|座席|话务员|护士|护工|保姆|保洁|邻居|同事|同学|室友|朋友|前妻|前夫|妻子|丈夫|老公|老婆|爱人|媳妇|女婿|儿子|女儿|闺女|孩子|孙子|孙女|外孙|侄子|侄女|外甥|表[哥姐弟妹]|[父母]亲|[我他她][爸妈哥姐弟妹叔姨舅姑爷奶公婆]|公公|婆婆|岳[父母]|法人|代表|经办|收件|寄件|代收|[\\u4e00-\\u9fff]{1,2}人(?<!个人|本人|有人|没人|别人|的人|老人|家人|打人|吓人|坑人|气人|工人|机器人|路人|男人|女人|众人|无人|何人|每人|让人|令人|给人|令人))'
/** What is done with somebody, and words that lead to one. */
const LEADS =
  '(?:转[交给告达]?|联系(?:不上|到|了)?|[与跟和](?!谐)|致电|回[访电复]|通知|告知|接[到听]?|受理|经(?!过|历|常|济|验|营|理|典)|应(?!该|当|用|急|付)|为(?!了|何|什|止|准|例|主)|给|帮|替|把|被|让|由|找|问|写的?(?!成|错|为)|核[实对]|确认|[登挂]?[记在](?=[^\\s]{2,4}名下)|绑[定的]是?|实名|名叫|就叫|叫|我是|我叫|您是|你是|是(?=[^\\s]{2,3}吗)|那个|这位|您好[，,\\s]?我?|喂[，,\\s]?(?:我|是)?|户名|抬头|个人)'
/** Only people are passed on to, rung and told. */
const TO_SOMEBODY =
  '(?:转[给交告]|联系(?:不上|到|了)?|致电|回[访电]|通知|告知|您好[，,\\s]?我|喂[，,\\s]?我|我就?是|我叫|就叫|名叫|(?:[收寄]件人?|联系人|户名|抬头|受益人)改[成为]?|户名写?的?|抬头|个人|绑[定的]是?|名字|[登挂][记]?在(?=[^\\s]{2,4}名下)|人[：:]\\s?)'
const BEGINS = '(?:^|[，,。；;：:、！!？?\\n\\s（(“"「【])'
/** What only people do, and what is told of them. */
const DOES =
  '(?:反[映馈]|来[电访]|致电|投诉|要求|咨询|表[示达]|[声宣]?称(?!重|量|号)|说(?!明)|自[述称]|申[请诉报]|打[来电]|[第多再][^，,]{0,2}次|想[要问退换]|问[药询一了]|办理|签[收字的]|代[收取办领签母父其家人]|补[交办]|提[出供]|[不未没](?:认|同|接|愿|肯|满|能|会|签|收|到|在|知|配)|同意|拒[绝收签]|认[可为同]|确认|告知|质疑|催[促单了问]?|接[受电听]|理解|坚[持决]|强烈|希望|情绪|态度|推荐|帮[我忙他她]|替[我她他]|请假|送错|弄错|超时|上门|出面|回[电复]|答应|承诺|解释|否认|报[修案名错警]|登记|授权|挂[失的号]|退[货款单]?|换货|下[的了]?单|买[了的]|订[了的]|收[到了]|已[经]?|曾|正[在好]|刚|仍|也(?!许)|都|又|还(?!款)|现[在要]|[今昨明前后]天|周[一二三四五六日末]|上[周月]|本月|[二三四五六七八九]十[一二三四五六七八九多]?(?:[岁了]|$)|今年|耳背|过世|去世|住院|在(?:家|外|上|这|那|厅|门|吗|不|国)|不会|忘[了记]|丢[了失]|拿[到了走]|取[了走件]|等[了得]|约[了在]|谈|沟通|核[实对]|到[店厅场账]|来[取拿领问说办催找]|处理|跟进|接待|接听|收(?:$|[，,。])|签(?:$|[，,。])|一[声下起直]|退了|改[了地签]|补[寄发办了卡]|办理?了|书面|办的|为(?:老|新|我|VIP|\\d)|本人|夫妇|名下|女士|先生|小姐|太太|阿姨|大爷|大叔|大妈|奶奶|爷爷|老师|医生|大夫|师傅|主任|经理|律师)'
/** What is somebody's. */
const OWN =
  '(?:家(?:的|里|水|门|电)|那[边里]|的(?:快递|包裹|件|货|单|订单|工单|退款|退货|钱|账|卡|电话|手机|号|身份证|证件|地址|会员|积分|保单|申请|投诉|诉求|问题|家|父|母|爸|妈|儿|女|老[公婆]|爱人|丈夫|妻子|孩子|朋友|同事|邻居|名字|车|房)|儿子|女儿|爱人|老[公婆]|妈妈|爸爸|母亲|父亲|丈夫|妻子)'
const ENDS = '(?:$|[^\\p{Script=Han}\\w*])'
const SAID_OF_THEM = '[，,]\\s?(?:[她他](?!们)|催|情绪|女(?=[，,])|男(?=[，,])|电话|手机|联系|已|要求|说|称)'
const BEHIND_ROLE = `(?=${ENDS}|${DOES}|${OWN})`
/** What nothing but people does, has or is called. */
const SURELY_DOES =
  '(?:反[映馈]|来电|致电|(?:声|宣)?称(?![重量号呼])|表示(?!为)|要求|投诉|咨询|本人(?!的)|先生|女士|小姐|太太|阿姨|大爷|大叔|大妈|奶奶|爷爷|老师|医生|大夫|师傅|同意|拒绝|自述|代[母父办领签收]|[，,]\\s?[她他](?!们)|的(?:快递|退款|退货|工单|电话|手机|身份证|父|母|妈|爸|儿|女|老|爱人)|儿子|女儿|爱人|老[公婆]|家的)'
const BEHIND_LEAD = `(?=${DOES}|电话|(?<=(?:告知|通知).{2,4})(?:[一二三四五六七八九十\\d]+[天个小]|尽快|稍后|需|可以|请|耐心|去|到|带)|${OWN}|${SAID_OF_THEM}|[吗吧](?:$|[，,？?])|名下|跟进|接听|处理|沟通|就行|[，,。]|$)`
const BEHIND_BEGIN = `(?=${DOES}|${OWN}|${SAID_OF_THEM})`

/** Two signs that stand in no list, and are given together. */
const TWO_GIVEN =
  '(?:万里|先觉|得水|来[福喜娣]|有[才福财为]|大有|不[凡悔同]|思危|海燕|战胜|在旺|去病|无[忌缺双]|如玉|以沫|向前|前进|小昭|占彪|先礼|后主|知行|女女|要武|学会|生有|没有)'
/** As talk has them: 莫大声, 万一摸到, 成长值. */
const OTHER_WORDS =
  '(?:[都边那]|明明|祝(?:大家|[您你]|各位|愿|贵)|\\p{Script=Han}(?:安全|语音|音乐|新闻|基金|学校|[大小]学|钢琴|漫画|保洁|家政|清洁)|(?<=[改换写变打])[成为]|代[邻母父儿女家人她他朋同]|封[一二三四五六七八九十两几]|高[温个空管]|支[付持招]|黄花|万一|莫[大说乱要得搞急慌怕再哭去来]|元[一两]|成长|松开|李[沧宁家]|廉航|于周)'
const NO_NAME = `(?!${NOBODY}|${OTHER_WORDS}|${WORDS}|${BEGINS_WORD}(?!${SIGN_OF_NAMES}{2}|(?<=马)占)|${EVERYDAY_WORD})`
/** Signs that begin what is said next more often than they stand in a name. */
const NO_NEXT =
  '(?!行[吗不么]|反[映馈]|来[电访说问]|致电|投诉|要求|咨询|表示|声称|情绪|态度|坚[持决]|强烈|希望|同意|拒绝|认[可为]|确认|答应|承诺|[先女][生士]|小姐|太太|阿姨|大[爷叔妈]|奶奶|爷爷|老师|医生|师傅|经理|主任|家[的里人属长]|一[声下直起]|第[一二三]|书面|报[修名案]|申[请诉]|处理|催[单促]|投诉|代[收办签领]|今[天年]|[明昨]天|上门|出面|超时)'
const FIRST = `${NO_NEXT}${GIVEN}`
const LAST = `${NO_NEXT}(?![区县市镇乡村省部组科处室厂局站院校司馆园路街号机车件款群卡单词码箱器网页价费量期性度率式型])${GIVEN}`
const SIGN = `${NO_NEXT}${SIGN_OF_NAMES}`
/** Of whom the words in front are sure. */
const SURE = `(?:(?:${COMPOUND})(?:${FIRST}${LAST}|${LAST})|(?:${SURNAMES.any}|${SURNAMES.seldom})${TWO_GIVEN}|${SURNAMES.plain}${FIRST}${LAST}|${SURNAMES.any}(?:${SIGN}${LAST}|${FIRST}${SIGN})|${SURNAMES.seldom}${SIGN}${SIGN}|${SURNAMES.seldom}(?:${SIGN}${LAST}|${FIRST}${SIGN})|(?:${SURNAMES.any}|${SURNAMES.seldom})${SIGN})`
/** Where much else is told than names. */
const LIKELY = `(?:(?:${COMPOUND})(?:${SIGN}${SIGN}|${SIGN})|${SURNAMES.any}${TWO_GIVEN}|${SURNAMES.plain}(?:${SIGN}${LAST}|${FIRST}${SIGN})|(?:${SURNAMES.any}|${SURNAMES.seldom})${SIGN}${SIGN}|${SURNAMES.plain}${SIGN})`
/** Of peoples whose names are written by their sounds, with what they may go on with. */
const BY_SOUNDS = `(?:${OF_ONE_SOUND}(?:(?!反|来|致|投|要|咨|表|说|称|的|家|同|拒|本|名|已|也|都|又)\\p{Script=Han}){0,4}?)`
/** What shops, places, dishes and songs are called. */
const OF_A_THING =
  '(?!餐|饭|酒|牌|镇|乡|县|州|路|街|大道|寺|山|湖|草原|机场|火锅|奶|抓饭|馕|牛|药|专卖|旗舰|品牌|歌|演唱|啤)'
const SAID_BESIDE = '(?=姐|哥|[＋+，,\\s]{1,2}(?:\\d{3}|1\\*{4}|电话|手机))'
/** Given twice, and no word. */
const OF_TWICE = '苗萌欣婷媛娜丽豆果乐晨涵轩琪瑶佳妞朵诺依皓宇阳洋浩冉莹薇芳倩晶菲妮莉彤蕾雯露珊娟燕霞玲敏颖艳萍'
const TWICE = `(?<twice>[${OF_TWICE}])\\k<twice>`
const SOURCES = [
  `(?=[${FIRST_OF_PARTS}])(?<=(?:${ROLE}(?:叫|是|[:：])?|${TO_SOMEBODY})[\\s:：]{0,2})${OF_ONE_SOUND}${OF_A_THING}`,
  `(?<=${ROLE}(?:叫|是|[:：])?)(?:${NO_NAME}${SURE}|${BY_SOUNDS})${BEHIND_ROLE}`,
  `(?<=${TO_SOMEBODY})(?:${NO_NAME}${SURE}|${BY_SOUNDS})(?=${DOES}|${OWN}|${SAID_OF_THEM}|一声|${ENDS})`,
  `(?<=${LEADS})(?:${NO_NAME}${LIKELY}|${BY_SOUNDS})${BEHIND_LEAD}`,
  `(?<=${LEADS}|${BEGINS})${NO_NAME}${SURE}(?=${SURELY_DOES})`,
  `(?<=${BEGINS})(?:${NO_NAME}${LIKELY}|${BY_SOUNDS})${BEHIND_BEGIN}`,
  `(?=[${FIRST_OF_PARTS}])(?<=${BEGINS})${OF_ONE_SOUND}${SAID_BESIDE}`,
  // 我孩子苗苗的疫苗本, 游客冉冉留言.
  `(?=[${OF_TWICE}])(?<=孩子|儿子|女儿|闺女|宝宝|孙[子女]|外甥女?|侄[子女]|[客用]户|[旅乘游顾]客|会员|学[员生])${TWICE}(?=的|留言|来|说|在|要|上|收|签|${ENDS})`,
]
const BETWEEN = new RegExp(SOURCES.join('|'), 'uy')
/** Wherever it stands. */
const SOUNDED = new RegExp(`(?<!《)(?:${OF_TWO_SOUNDS}|${OF_JAPAN_WHOLE})${OF_A_THING}`, 'uy')

/** Of so many signs it is no place, nor goods that are called by its first two. */
const LONG = 3
/** Which signs begin a name, and which end what stands in front of one: told by a table, for a text is gone through sign by sign. */
const [BEGINS_NAME, LEADS_THERE, BEGINS_SOUND] = [1, 2, 4]
const MAY_BE = new Uint8Array(0x1_0000)
const mayBe = (signs: string, what: number): void => {
  for (const sign of signs) MAY_BE[sign.charCodeAt(0)] = (MAY_BE[sign.charCodeAt(0)] ?? 0) | what
}
mayBe(`${FIRST_SIGNS.any}${FIRST_OF_PARTS}${OF_TWICE}`, BEGINS_NAME)
mayBe(FIRST_OF_SOUNDS, BEGINS_SOUND)
mayBe(
  '户客员家主叫东房人患者生长属手机傅工理管导购安卫台业服席士姆洁居事学友妻夫公婆妇婿儿女子哥姐弟妹亲爸妈叔姨舅姑爷奶表办件收是转交给告达系上到了与跟和电访复知听经应为帮替把被让由找问写的实对认记在定名我个位好头喂改成孙甥侄接受理游队',
  LEADS_THERE,
)
mayBe('：:，,。；;、！!？?（(“"「【 \t\n\u3000', LEADS_THERE)
const isAt = (text: string, place: number, what: number): boolean =>
  ((MAY_BE[text.charCodeAt(place)] ?? 0) & what) !== 0
const FIRST_HAN = 0x3400
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})`, 'u')
/** 石川宁 has a family of one sign, 石川健一 one of two. */
const FAMILY_OF_JAPAN = new RegExp(`^(?:${COMPOUND}|${OF_JAPAN})`, 'u')

export function namesBetween(text: string): Span[] {
  const found: Span[] = []
  for (let index = 0; index < text.length - 1; index++) {
    if (!isAt(text, index, BEGINS_NAME | BEGINS_SOUND) || text.charCodeAt(index + 1) < FIRST_HAN) continue
    const name = nameAt(text, index)
    if (name === undefined || IS_OF_PLACE.test(name) || (name.length < LONG ? isNoNameByShape(name) : isKnown(name)))
      continue
    const family = (name.length > LONG ? FAMILY_OF_JAPAN : FAMILY_OF_TWO).exec(name)?.[0].length ?? 1
    if (family >= name.length) continue
    found.push({ kind: 'name', start: index + family, end: index + name.length, mask: '*' })
    index += name.length - 1
  }
  return found
}

function nameAt(text: string, index: number): string | undefined {
  SOUNDED.lastIndex = index
  const sounded = isAt(text, index, BEGINS_SOUND) && beginsSound(text, index) ? SOUNDED.exec(text)?.[0] : undefined
  if (sounded !== undefined || !isAt(text, index, BEGINS_NAME) || (index > 0 && !isAt(text, index - 1, LEADS_THERE)))
    return sounded
  BETWEEN.lastIndex = index
  return BETWEEN.exec(text)?.[0]
}
