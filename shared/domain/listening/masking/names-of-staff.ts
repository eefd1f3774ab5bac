import { maskByRules, maskedByRules } from './mask-by-rules.ts'
import { maskText, personalDataIn } from './mask-text.ts'
import type { Span } from './span.ts'

/** What people of the house are, in front of their name or behind it: 采购经理王小敏, 赵雅芝老师. */
const WORK =
  '(?:经理|主管|店长|组长|班长|队长|部长|总监|主任|专员|助理|顾问|设计师|工程师|老师|师傅|客服|[坐座]席|同事|领导|老板|(?:负责|对接|跟进|承办|经办)人)'
const BEHIND_WORK = new RegExp(`${WORK}[\\s:：]{0,2}\\p{Script=Han}{1,2}$`, 'u')
const BEFORE_WORK = new RegExp(`^\\s?(?:${WORK}|先生|女士|小姐)`, 'u')
const BEGINS = /(?:^|[^\p{Script=Han}\w]|[部组科处室店])\p{Script=Han}{1,2}$/u
const TITLE = /(?:^|[^\w])(?:mr|mrs|ms|miss|dr|prof)\.?\s$/i
/** Whose name it is if not one of the house; departments are called by some of these words as well. */
const OF_CUSTOMERS =
  /[收寄][件货]|[下买]单人|(?:顾客|客户|会员|用户|来电)(?!经理|主管|专员|代表|总监|顾问|支持|投诉|维护|权益|服务|关系|体验|运营|研究|增长|成功|管理|中心|[部组])|买家|本人|recipient|consignee|shopper|caller|(?:customer|client|user|(?<!team |staff )member)s?\b(?! (?:care|services?|success|experience|relations?|support|team|desk|operations|research|insights?|advocacy|managers?|agents?|reps?|representatives?))/i

const staysWhole = (text: string, spans: readonly Span[]): boolean =>
  !OF_CUSTOMERS.test(text) && spans.every((span) => isOfStaff(text, span))

function isOfStaff(text: string, { kind, start, end, isByShape }: Span): boolean {
  if (kind !== 'name') return false
  const [front, behind] = [text.slice(0, start), text.slice(end)]
  return (
    isByShape === true ||
    BEHIND_WORK.test(front) ||
    TITLE.test(front) ||
    (BEGINS.test(front) && BEFORE_WORK.test(behind))
  )
}

/**
 * Of a field that is there for somebody of the house, 李志强（华东）: whoever owns a ticket must be found by their name. Where a word says that it is a customer's, or anything else is personal,
 * all of it is masked.
 */
export const maskBesideStaff = (text: string): string =>
  staysWhole(text, personalDataIn(text)) ? text : maskText(text).text

/** The same of one that was masked when it was stored, on its way out. */
export const maskBesideStaffByRules = (text: string): string =>
  staysWhole(text, maskByRules(text).spans) ? text : maskedByRules(text).text
