import { FAMILY_TAKEN_APART } from './name-explained.ts'
import { AT_WORD } from './said-at.ts'
import { OTHER_DIGITS } from './script-digits.ts'
import { hasAny, signTable } from './sign-table.ts'
import { SPOKEN_DIGITS } from './spoken-digits.ts'
import { SURNAMES } from './surnames.ts'

/** No number that is masked has fewer digits. */
const FEWEST_DIGITS = 4

const DIGIT = `\\p{Nd}${OTHER_DIGITS}${SPOKEN_DIGITS.join('')}`
/** Names and addresses stand beside one of these; a door behind a way may have few digits: 兴工北街67甲3门. */
const OF_A_PERSON = `[路街道巷弄][${DIGIT}十百千]{1,6}[甲乙丙丁](?:[${DIGIT}十]{0,3}[门户]|$|[^\\p{Script=Han}])|[区區县縣市][^。]{2,24}[${DIGIT}十百]\\s?[层層楼樓]|[路街道][^。\\n]{0,10}(?:大厦|大廈|广场|廣場|大楼|大樓|中心|公寓|国际)[A-Z座]{0,2}[${DIGIT}十百]{1,4}\\s?[层層楼樓]|[号號栋棟幢弄室座叫姓名人主是係住址称]|[收寄发派]件\\p{Script=Han}{2,3}(?:$|[^\\p{Script=Han}])|面单|快递单|亲启|[写填]\\p{Script=Han}{2,4}[，,]?\\p{Script=Han}{0,2}改|[件货貨]信息|[收寄发签]件方?\\s?[:：]|实名|先生|女士|小姐|单元|驿站|[住送寄派放收停到在][^。\\n]{0,8}(?:小区|[一二三四五六七八九]区|交叉口|[宾旅]馆\\d)|\\d[号仓]?(?:别墅|仓)|村委会|第[一二三四五六七八九][家户]|门牌|[楼层](?:前台|上(?:$|[^\\p{Script=Han}]))|[对隔旁后]\\p{Script=Han}[^\\n。]{0,12}[一二三四五六七八九两\\d][楼层]|[楼层][，,\\s]{0,2}[一二两三四五六七八九十加\\d]{1,4}号?病?床|[路街巷弄道][，,]|村\\p{Script=Han}{0,2}叫|[门区期苑园](?:[丰蜂]巢|菜鸟|快递柜|驿站|门卫|保安|岗亭|物业)|[社站院所场树井庙头]\\p{Script=Han}?[对旁隔后前里底楼边]|公寓|家属楼|[养敬]老院|民宿|[苑园里村][一二三四五六七八九]区[，,]|[路街道]\\p{Script=Han}{2,6}(?:小区|花园|家园|新村|雅苑|公寓|[${DIGIT}十][座栋幢])`
/** People named by what they are, and names that are explained: 女儿冯小满, 老薛（薛德旺）, 蔡金宝，金子的金. */
const OF_SOMEBODY =
  '[小老阿]\\p{Script=Han}[\\s，,、]\\p{Script=Han}{3}|会员|用户|[买卖]家|顾客|来电|团长|主叫|经办|[收寄]方|亲爱|尊敬|(?:^|[\\n，,。：:\\s])\\p{Script=Han}{2,4}[您你]好|代[收领]|本人|[转写交寄送留递带]给|\\p{Script=Han}\\s?[（(]?收(?:$|[^\\p{Script=Han}]|就行)|[复签落租住卡推授][核字名款客主荐权]|[把将从由]\\p{Script=Han}{3}[改换]成|客服|(?:客户|学员|患者)(?![:：])|[坐座]席|话务员|[快递配送货]{2}员|安装工|司机|[楼店队组班]长|家属|抄送|工单转|[，,\\s][男女][，,\\s]|导购|医生|护士|大夫|房东|同事|领导|主管|主任|保姆|邻居|[女儿闺]子|女儿|闺女|老[公婆师]|我[妈爸姐哥弟妹爷奶婆公叔姨舅姑]|丈夫|妻子|爱人|[母父]亲|妈妈|爸爸|爷爷|奶奶|宝宝|乖乖|孩子|孙[子女]|外甥|侄|师傅|经理|教授|抬头|写着|签收|[旅乘]客|[原小化]名|曾用名|[·•・‧]|[（(]\\p{Script=Han}{2,4}[)）]|[\\s，,、。（(:：]\\p{Script=Han}{1,4}的\\p{Script=Han}'
/** A family and two signs behind what leads to a name, and then an end: 发票开给吴志远. */
const BEHIND_A_LEAD = `[栏给下壁款父母哥姐员者长头单用问跟归让对帮妹弟家事是]${SURNAMES.plain}\\p{Script=Han}{2}[吧了收]?(?:$|[^\\p{Script=Han}])`
/** 西新宿2-8-1. */
const HOUSE_ABROAD = '\\d(?:[-－−—]|丁目)\\d{1,3}[-－−—番]\\d'
/** 前进村五组, 李楼村东头第三家, 南关村卫生所对面: whose houses have no numbers. */
const IN_VILLAGE = `[村屯庄寨堡镇乡][\\p{Script=Han} ]{0,10}(?:第?\\s?[${DIGIT}]\\s?[组队社户家间]|[对隔旁][面壁过边]|[东西南北前后村][头边面口]|组)`
/** An address has one of these before its host, or is said with one of the words. */
const OF_AN_ADDRESS = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hangul}@＠﹫'
const MAY_HOLD = new RegExp(
  `[${OF_AN_ADDRESS}]|${AT_WORD}|${OF_A_PERSON}|${OF_SOMEBODY}|${BEHIND_A_LEAD}|${HOUSE_ABROAD}|${IN_VILLAGE}|${FAMILY_TAKEN_APART}|(?:[${DIGIT}][^${DIGIT}]*){${FEWEST_DIGITS}}`,
  'u',
)

/**
 * Whether a text can hold anything that is masked at all: said in one pass, for the many texts that are Chinese words and nothing else. Rather
 * too often than too seldom.
 */
export const mayHoldPersonalData = (text: string): boolean => hasAny(text, isSurely) || MAY_HOLD.test(text)
/** By one sign alone, as the pattern has them: most texts that hold anything have one. */
const isSurely = signTable('@＠﹫号號栋棟幢弄室座叫姓名人主是係住址称').fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b)
