/** How far in front of a number the word that says what it is may stand. */
const FARTHEST = 16
const PHONE =
  /(?:电话|手机|座机|固话|热线|号码|留[了下个的]{0,2}号|联系|微信|致电|来电|去电|[主被]叫|外呼|转接|回拨|拨打|呼叫|打我|打给|加我|tel|phone|mobile|cell|call|wechat|whatsapp)[^\d\n。；;]{0,8}$/iu
/** The same, with nothing between the word and the number; 手机 alone is what people buy as well. */
const PHONE_DIRECTLY = /(?:电话|手机号|座机|固话|号码|微信|tel|phone|mobile|cell)(?:号码?|no\.?)?\s?[是为:：]?\s?$/iu
const LANDLINE =
  /(?:座机|固话|固定电话|传真|宅电|(?:办公室?|单位|公司|家里|家中|店里)的?电话|landline|fax|(?:office|home|work|desk)\s?(?:tele)?(?:phone|number))(?:号码?|\s?(?:number|no\.?))?[^\d\n。；;费价款账钱元]{0,6}$/iu
/** What has a number of a mobile or of a place behind it, right there. */
const TELEPHONE =
  /(?:电话(?:号码?)?|办公室|单位|公司|家里|店里|总机|前台|(?<![a-z])(?:tel(?:ephone)?|phone)(?:\s?(?:number|no\.?))?)\s?(?:[是为:：]|is)?\s?$/iu
const FARTHEST_LANDLINE = 28
const FARTHEST_CARD = 48
/** These speak of money, of something to buy or of a number of another kind. */
const OTHER_MATTER = /[费价款账钱元包¥￥$]|支付|余额|充值|消费|订单|单号|编号|型号|尾号|后四位|price|order/iu
const ID_CARD =
  /(?:身份证|身份号|(?:社保|医保)卡?号|驾驶证|驾照|证件|居[住留]证|永居证|实名|户口|identity (?:card|number))件?(?:号码?)?(?:[（(][^（()）\d]{1,12}[）)])?(?:[^\d\n。；;，]{0,6}|[^\d\n。；;，,]{0,4}[，,]\s?(?:号码?|是|前面|开头)?|[^\d\n。；;]{0,9}[\s，,](?:应该?是|其实是|正确的?是|改[成为]|更正[成为])[:：\s]?)$/u
/** Orders, goods and accounts have an «ID» as well. */
const ID =
  /(?<![a-z\d_-]|(?:[单品户员备务号易水铺间戏播音宝东果信话步录求件]|order|user|member|device|trace|session|call|item|goods|product|task|trade|ticket|transaction|request|account|apple|game|room|shop)[\s_-]?)id(?:\s?(?:card|number|no\.?|号码?)){0,2}[^\d\n。；;，]{0,4}$/iu
const CARD =
  /(?:卡号|户头|存折|工资卡|银联|[他她我]的?卡|卡[上里]|银行卡|储蓄卡|信用卡|(?<!京东|会员|游戏|登录|[qQ])[账帐][号户]|card)[^\d\n。；;]{0,8}\n?$/iu
const CARD_OF_SHOP =
  /账单|分期|余额|(?:会员|礼品|购物|充值|储值|门禁|电话|流量|gift |sim |membership |member |loyalty )(?:卡|card)/iu
/** The same, with nothing between the word and the number; not of the cards of shops. */
const CARD_DIRECTLY =
  /(?:(?<!会员|礼品|购物|充值|储值|门禁|电话|[eE流量])卡号|(?:银行|储蓄|信用|借记|收款|[工农中建交招]行)卡|[这那]张卡[上里]?|(?<!京东|会员|游戏|登录|微信|支付宝|[qQ])[账帐][号户]|(?<!gift |sim |membership |member |loyalty )(?:(?<![a-z])card|visa|mastercard))(?:号码?|\s?(?:number|no\.?))?(?:\s?(?:[是为:：]|is)?|[^\d\n。；;]{0,5}[\s，,](?:应该?是|其实是|正确的?是|改[成为])|[a-z ,]{0,18}[ ,](?:it['’]s|should be|is actually))\s{0,2}$/iu
const FIGURES =
  /(?:[费款账钱]|(?<!评)价|余额|积分|[评打得]分|比分|分数|套餐|档位|红包|金额|订单|运单|快递单|工单|合同|保单|凭证|条码|单号|编号|编码|货号|型号|款号|批号|批次|序列号|流水|工号|券码|货架|库位|货位|仓位|储位|架位|发票|税号|车次|版本|时间戳|坐标|经度|纬度|血压|[高低]压|尺[寸码]|规格|大小|[长宽高厚]度|[人步次票字]数|[播放阅读浏访问销产览]{1,2}量|点赞|粉丝|里程|读数|热度|房间|门牌|楼号|彩票|双色球|大乐透|七星彩|(?<![a-z])(?:ip|sku|model|order|price|size|version|timestamp|scores?|lottery|(?<!['’])v))[^，。；,;\n]{0,10}$/iu
/** A number of this rhythm belongs to goods when one of these stands directly in front. */
const GOODS =
  /(?:型号|货号|款号|批号|喷码|物料号|零件号|序列号|(?<![a-z])(?:sku|model|part))\s?(?:号|编码|no\.?)?\s{0,2}[是为:：#]?\s{0,2}$/iu
/** A number as long as a bank card is none behind these. */
const ORDER =
  /(?:订单|运单|快递|物流|طلب|شحنة|فاتورة|تتبع|заказа?|посылки|주문|송장|注文|commande|pedido|bestell(?:ung|nummer)|械[注备][准进许]?|药准字[A-Z]?|批准文号|备案号?|许可证号?|注册证号?|[拼开参跟]团单?|[派面子母主退换补]单|[单货型款编券][号码]|(?:商品|货品|宝贝|产品|店铺|活动)\s?id|(?<![a-z])(?:trace|request|session|span|task|job|build|commit|log)[\s_-]?id|(?<![a-z])(?:item|sku|spu|goods|product|shop|seller|store|num_i|spm|scm)_?(?:id)?=|(?:[?&]|链接[里的中]?\s?)id=|(?:3c|ccc|iso\d*|质量|产品|有机)\s?认证|(?<!毕业|学位|资格)证书|链接|序列|流水|批次|条码|[查追溯防商物库货储][询源伪品料位]码|追溯码|(?:兑换|优惠|邀请|推荐|活动)码|(?<!\d)69码|发票|合同|工单|端口|步骤|(?<![a-z])(?:sku|spu|sn|order|serial|tracking|waybill|parcel|awb|fedex|ups|dhl|usps|ems))\s?(?:编?[号码]|番号|번호|no\.?|number)?\s{0,2}[是为:：#]?\s{0,2}$/iu
/** 订单号啊，三九四八. */
const ORDER_SAID = /(?:订单|运单|快递|物流)单?号?[啊呀嘛呢哈][，,]?\s{0,2}$/u
const MONEY_SIGN = /[¥￥$€£]\s?$/u
const MONEY_BEHIND =
  /^(?:\.\d{1,2})?\s?(?:[万亿千百]*[日美欧港]?[元块]|[万亿]|(?:rmb|cny|usd|yuan)(?![a-z]))(?=$|[\s\p{P}\p{S}]|整|钱|的|左右|以[上下内]|人民币|吧|了|啊|呢|多)/iu
const LONGEST_MONEY_BEHIND = 10
/** What a sum is said of; 一 may be folded to 1. Without it a phone in front of 元 is far likelier than a sum of more than ten thousand million. */
const SUM_IN_FRONT =
  /(?:[额入收润亏赚欠]|[一1总]共|合计|成交|预算|(?<![a-z])(?:gmv|revenue|sales|turnover|total))[是为了约就有达到:：+＋\s]{0,4}$/iu
/** To the penny, or «exactly so much»: nobody says a phone like that. */
const EXACT_SUM = /^(?:\.\d{2}\s?[元圆]|\s?[元圆]整)/u
/** A person or a number, counted by the digit behind: 客户1. */
const COUNTED_PEOPLE =
  /(?:[客用]户|顾客|乘客|旅客|会员|[买卖商住]家|[机车业店货房]主|住户|家长|学员|司机|师傅|老[师板]|先生|女士|小姐|员工|同事|经理|[联系收件寄]人|备用|电话|手机|号码|微信|customer|client|user|contact|tel|phone|mobile)$/iu

/** What a number stands behind that is not the first of a list. */
const LISTED = /\d[\d-]{0,14}\s?[、/]\s?$/u

/** In front of a phone. */
const COUNT = /^[1-9]\d?(?=1[3-9])/
const LONGEST_COUNTED = 4

const ROW =
  /(?:(?<![A-Za-z\d])[A-Za-z]{0,3}\d[A-Za-z\d]*[\s._/-]{1,2})*(?:(?<![A-Za-z\d])(?:[A-Za-z]{0,3}\d[A-Za-z\d]*|[A-Z]{2}))?$/u
const LONGEST_ROW = 40

const before = (text: string, start: number): string => text.slice(Math.max(0, start - FARTHEST), start)

/** In front of what is listed with the number: SKU 1381-2345-678、13812-345678. */
const beforeList = (text: string, start: number): string =>
  before(text, start - (LISTED.exec(before(text, start))?.[0].length ?? 0))

/** The words in front say that a phone number follows: then rhythms and signs count that prices and sums have as well. */
export function saysPhone(text: string, start: number): boolean {
  const cue = PHONE.exec(before(text, start))
  return cue !== null && !OTHER_MATTER.test(cue[0])
}

/** The same, and says it right there. */
export const saysPhoneDirectly = (text: string, start: number): boolean => PHONE_DIRECTLY.test(before(text, start))

/** The same of a phone that is bound to a place, and may have no area code. */
export const saysLandline = (text: string, start: number): boolean =>
  LANDLINE.test(text.slice(Math.max(0, start - FARTHEST_LANDLINE), start))

/** The same, of a number of eight digits: with fewer, 电话 counts calls as well. */
export const saysTelephone = (text: string, start: number): boolean => TELEPHONE.test(before(text, start))

/** The same of an identity card. */
export const saysIdCard = (text: string, start: number): boolean => ID_CARD.test(before(text, start))

/** The same, right behind the number. */
export const saysIdCardBehind = (text: string, end: number): boolean =>
  /^[^\d\n。；;]{0,6}身份(?:证|号)/u.test(text.slice(end, end + 10))

/** A word in front that is said of identity cards and of other numbers. */
export const saysId = (text: string, start: number): boolean => ID.test(before(text, start))

/** The same of a bank card. */
export const saysCard = (text: string, start: number): boolean => CARD.test(before(text, start))

/** The same, and not of the card of a shop. */
export const saysCardOfBank = (text: string, start: number): boolean =>
  saysCard(text, start) && !CARD_OF_SHOP.test(before(text, start))

/** The same, and says it right there. */
export const saysCardDirectly = (text: string, start: number): boolean =>
  CARD_DIRECTLY.test(text.slice(Math.max(0, start - FARTHEST_CARD), start))

/** The words in front speak of money, sizes, or of numbers that belong to nobody. */
export const speaksOfFigures = (text: string, start: number): boolean =>
  FIGURES.test(before(text, start)) || FIGURES.test(beforeList(text, start))

/** The word directly in front says that an order, a parcel or goods have this number. */
export const saysOrder = (text: string, start: number): boolean =>
  ORDER.test(before(text, start)) || ORDER_SAID.test(before(text, start))

/** The same in front of the row that it stands in: tracking 1Z 84E 29A 03 9471 6058. */
export const saysOrderOfRow = (text: string, start: number): boolean =>
  saysOrder(text, start) || saysOrder(text, startOfRow(text, start))

/** Where the groups begin that stand in front with nothing but blanks and dashes between. */
export const startOfRow = (text: string, start: number): number =>
  start - (ROW.exec(text.slice(Math.max(0, start - LONGEST_ROW), start))?.[0].length ?? 0)

/** The word directly in front says that goods have this number. */
export const saysGoods = (text: string, start: number): boolean => GOODS.test(before(text, start))

/**
 * A sign of money in front, or what sums are said of in front and a word of money behind, where that word ends: no 万一, no 元旦. A
 * word in front that says that a phone follows counts more.
 */
export function isMoney(text: string, { start, end }: { start: number; end: number }): boolean {
  if (saysPhone(text, start)) return false
  const behind = text.slice(end, end + LONGEST_MONEY_BEHIND)
  if (MONEY_SIGN.test(before(text, start)) || EXACT_SUM.test(behind)) return true
  return isSum(text, { start, end })
}

/** The same of digits in any groups: the words in front and behind must both say so. */
export const isSum = (text: string, { start, end }: { start: number; end: number }): boolean =>
  !saysPhone(text, start) &&
  SUM_IN_FRONT.test(before(text, start)) &&
  MONEY_BEHIND.test(text.slice(end, end + LONGEST_MONEY_BEHIND))

/** How many digits in front are no part of the number, but count the people whose numbers follow. */
export function countInFront(text: string, start: number): number {
  const count = COUNT.exec(text.slice(start, start + LONGEST_COUNTED))?.[0].length
  return count !== undefined && COUNTED_PEOPLE.test(before(text, start)) ? count : 0
}
