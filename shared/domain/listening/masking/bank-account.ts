import { saysCardOfBank } from './cue.ts'
import { runFrom } from './digit-segments.ts'
import { isIn } from './may-match.ts'
import { type Detector, matchesIn, type Span, spansFromEachSegment } from './span.ts'

/** Accounts of banks abroad have numbers of their own lengths and rhythms: the bank, or its dashes, tell. */
const BANK =
  /(?<![a-z])(?:hsbc|dbs|ocbc|posb|uob|barclays|lloyds|natwest|monzo|santander|citi(?:bank)?|bank|sort code|iban|bsb)(?![a-z])|银行|开户行|支行|对公|汇丰|中银|恒生|渣打|星展|东亚/iu
const ACCOUNT =
  /(?:[账帐]号|户口(?:号码?)?|(?<![a-z])(?:account|a\/c)(?: (?:number|no\.?))?)[^\d\n。；;]{0,6}(?<number>\d(?:[\s-]?\d){7,15})(?![\d*]|\s?[元块])/giu
/** The same while it is typed, whatever the bank: it may be named behind it. */
export const BEGUN_ACCOUNT =
  '(?:[账帐]号|户口(?:号码?)?|(?<![a-z])(?:account|a/c)(?: (?:number|no\\.?))?)[^\\d\\n。；;]{0,6}\\d{1,3}(?<rest>[\\s-]?\\d(?:[\\s-]?\\d){1,15}[\\s-]?)$'
/** Of what is saved for a house, an illness or old age: 公积金账号201938475062. */
const OF_SAVINGS =
  /(?:公积金|社保|医保|养老金?|年金)(?:个人)?(?:卡|账户?|帐户?)?号码?[\s:：是]{0,3}(?<number>\d(?:[\s-]?\d){7,17})(?![\d*]|\s?[元块])/gu
const IN_DASHES = /^\d{3}-\d{3}-\d-\d{6}-\d$|^\d{3}-\d{6}-\d{3}$/
const IBAN = /(?<![A-Za-z\d])(?<number>[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?)(?![A-Za-z\d])/gu
/** By the lands that have them, in their lengths; of goods a number is written so as well, with other letters in front. */
const LANDS =
  /^(?:GB\d{2}[A-Z]{4}\d{14}|IE\d{2}[A-Z]{4}\d{14}|DE\d{20}|FR\d{12}[A-Z\d]{11}\d{2}|NL\d{2}[A-Z]{4}\d{10}|ES\d{22}|IT\d{2}[A-Z]\d{22}|PL\d{26}|BE\d{14}|AT\d{18}|PT\d{23}|RO\d{2}[A-Z]{4}[A-Z\d]{16})$/u
const isPaid = ({ groups }: RegExpExecArray): boolean => LANDS.test((groups?.number ?? '').replace(/\s/gu, ''))
const MAY_HOLD = /号|户口|account|a\/c|iban|sort code|bsb|(?<![a-z\d])[A-Z]{2}\d{2} ?[A-Z\d]{4}/iu
/** Typed by hand, with a digit or two too many. */
const [SHORTEST, LONGEST] = [15, 21]
const ANY_CARD = /(?<!会员|礼品|购物|充值|储值|门禁|电话|流量|[饭房])卡[\s:：,，是]{0,3}$/u
const FARTHEST = 12
const BEGINS = /^(?:62|60|4|5|3|81|9)/

/** Which branch of a bank, as it is told in Britain and Australia, and behind it an account of eight digits. */
const BRANCH = '(?:sort code|bsb)(?: (?:is|number))?[\\s:：]{1,2}'
const OF_BRANCH = '(?:\\d{2}[\\s-]?\\d{2}[\\s-]?\\d{2}|\\d{3}[\\s-]?\\d{3}|\\*{6})'
const BEHIND_BRANCH = new RegExp(
  `(?<![a-z])${BRANCH}${OF_BRANCH}[^\\d\\n]{0,6}?(?:(?:acc(?:oun)?t?|a/c)(?: (?:number|no\\.?|is))?[\\s:：]{0,2})(?<number>\\d(?:[\\s-]?\\d){6,8})(?![\\d*])`,
  'giu',
)
const ALONE = new RegExp(`(?<=(?<![a-z])${BRANCH})(?<number>${OF_BRANCH.replace('|\\*{6}', '')})(?![\\d*])`, 'giu')

/** Only the last four stay. In a text whose spoken digits are plain. */
export function findBankAccounts(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const isOfABank = isIn(text, BANK)
  const accounts = matchesIn(text, ACCOUNT).filter(({ groups }) => isOfABank || IN_DASHES.test(groups?.number ?? ''))
  const ibans = /iban/iu.test(text) ? matchesIn(text, IBAN) : matchesIn(text, IBAN).filter(isPaid)
  const branches = matchesIn(text, ALONE).map(({ 0: code, index }): Span => {
    return { kind: 'code', start: index, end: index + code.length, mask: '******' }
  })
  return [...accounts, ...matchesIn(text, OF_SAVINGS), ...ibans, ...matchesIn(text, BEHIND_BRANCH)]
    .map(({ 0: whole, index, groups }): Span => {
      const number = groups?.number ?? ''
      const start = index + whole.length - number.length
      return {
        kind: 'bank_card',
        start,
        end: start + number.length,
        mask: `****${number.replace(/\D/g, '').slice(-4)}`,
      }
    })
    .concat(branches)
}

/** Behind the word for a bank's card as many digits as a card has, and no more: in any rhythm, and misheard by a digit or two. */
export const findCardsInAnyRhythm: Detector = (folded, segments) =>
  spansFromEachSegment(segments, (first, { start }) => {
    const before = folded.slice(Math.max(0, start - FARTHEST), start)
    const isSaid = saysCardOfBank(folded, start) || (ANY_CARD.test(before) && folded.charAt(start) === '6')
    if (!isSaid) return null
    const run = runFrom(segments, first)
    const digits = run.map((segment) => folded.slice(segment.start, segment.end)).join('')
    const end = run.at(-1)?.end ?? start
    if (digits.length < SHORTEST || digits.length > LONGEST || !BEGINS.test(digits)) return null
    return { kind: 'bank_card', start, end, mask: `****${digits.slice(-4)}` }
  })
