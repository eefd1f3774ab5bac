/** How far in front of a number the word that says what it is may stand. */
const FARTHEST = 16
const PHONE =
  /(?:电话|手机|座机|固话|热线|号码|联系|微信|致电|回拨|拨打|tel|phone|mobile|call|wechat)[^\d\n。；;]{0,8}$/iu
/** These speak of money, of something to buy or of a number of another kind. */
const OTHER_MATTER = /[费价款账钱元包¥￥$]|支付|余额|充值|消费|订单|单号|编号|型号|price|order/iu
const CARD = /(?:卡号|银行卡|储蓄卡|信用卡|card)[^\d\n。；;]{0,8}$/iu

const before = (text: string, start: number): string => text.slice(Math.max(0, start - FARTHEST), start)

/** The words in front say that a phone number follows: then rhythms and signs count that prices and sums have as well. */
export function saysPhone(text: string, start: number): boolean {
  const cue = PHONE.exec(before(text, start))
  return cue !== null && !OTHER_MATTER.test(cue[0])
}

/** The same of a bank card. */
export const saysCard = (text: string, start: number): boolean => CARD.test(before(text, start))
