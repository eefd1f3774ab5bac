/**
 * Words that say what stands behind them, each kind by its place among them: where they only might, for it is learned how much each is worth.
 * Rather too many than too few.
 */
const OF_PERSONS: readonly RegExp[] = [
  /电话|手机|号码|座机|固话|联系|打给|打我|回拨|热线|分机|回电|来电|拨|打过|短信|phone|mobile|call|tel|ring|text|reach|landline|ext|whatsapp|cell/g,
  /身份证|证件|身份|户口|社保|居住证|\bid\b|nric|ssn|social/g,
  /卡号|银行卡|账号|账户|卡|银行|建行|工行|农行|招行|card|iban|account|visa|sort/g,
  /邮箱|邮件|mail|艾特|圈a|@/g,
  /护照|通行证|回乡|台胞|居留|证号|passport|permit|travel/g,
  /车牌|牌照|车号|开的|停|plate|牌|reg/g,
  /微信|wx|vx|wechat|qq|企鹅|扣扣|加我|line|telegram|昵称|抖音|小红书|handle/g,
  /验证码|密码|code|口令|pin|password|码|登录|pwd|otp/g,
  /地址|住|送到|送|寄|address|收货|小区|栋|室|单元|楼|deliver|搬|上门|street|road|flat/g,
  /姓名|叫|姓|名字|name|收件人|签收|本人|先生|女士|客户|机主|持卡人|人|字|爸|妈|老公|老婆|儿子|女儿/g,
]
/** Of what belongs to nobody: orders and goods, sums and sizes. */
const OF_THINGS: readonly RegExp[] = [
  /订单|单号|order|型号|货号|编号|批次|批号|序列|工单|运单|快递|发票|合同|证书|优惠码|券|sku|ean|serial|invoice|条码|色卡|版本|库|货架|航班|车次|标准|备案|物流|顺丰|[圆中申]通|韵达|极兔|德邦|邮政|菜鸟|提单|海关|报关|交易号|流水|追溯|溯源|批件|注册证|设备|主板|货柜|箱号|股票|代码|版号|档案|ticket|model|part|batch|coupon|promo|track|parcel|shipment|\bawb|waybill|\blot\b|gtin|\bupc|isbn|imei|\bref\b|\bcase\b|claim|policy|reference|version|\bkb\d|error/g,
  /元|块|价|[¥$£€]|满|减|折|退|补|差|分钱|price|total|%|度|斤|克|米|cm|kg|mm|ml|血压|尺|寸|月|日|点|年|号楼|楼|层|件|个|次|台|分钟|小时|积分|points/g,
]

/** By place of a text: the kind of cue that ends or begins there, from 1 on, 0 for none. */
export interface Cues {
  readonly endOfPersons: Uint8Array
  readonly endOfThings: Uint8Array
  readonly begin: Uint8Array
  /** Which of persons', and whether orders, are spoken of at all: a bit each. */
  readonly spokenOf: number
}

export const ORDERS = OF_PERSONS.length

/** `text`: folded, and in lower case. */
export function cuesIn(text: string): Cues {
  const cues = {
    endOfPersons: new Uint8Array(text.length + 1),
    endOfThings: new Uint8Array(text.length + 1),
    begin: new Uint8Array(text.length + 1),
  }
  let spokenOf = 0
  for (const [kind, cue] of [...OF_PERSONS, ...OF_THINGS].entries()) {
    const ends = kind < ORDERS ? cues.endOfPersons : cues.endOfThings
    for (const { 0: word, index } of text.matchAll(cue)) {
      ends[index + word.length] = kind + 1
      cues.begin[index] = kind + 1
      if (kind <= ORDERS) spokenOf |= 1 << kind
    }
  }
  return { ...cues, spokenOf }
}
