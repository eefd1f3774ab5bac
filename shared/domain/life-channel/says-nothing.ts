import { SURNAMES } from '../listening/masking/surnames.ts'
import { foundByIn, type Stretch } from './found-by.ts'
import { BORDER, type Token } from './tokens.ts'

const CALLER = '(?:客户|顾客|用户|来电人|来电者|对方|老人|我|他|她)'
const CHINESE = [
  '(?:喂|嗯|诶|唉|亲|那个)*(?:你们?|您|客服|各位|大家)?好[呀啊]?(?:客服|小姐|先生)?',
  '(?:早上|上午|中午|下午|晚上)好',
  '(?:喂|嗯|啊|哦|诶|亲|客服|小姐|在吗|请问|请问一下|麻烦你?了?|打扰一下|打扰了)+',
  '(?:谢谢|多谢|感谢)(?:你们?|您|啊|了)?',
  `(?:${CALLER}(?:是|叫|姓|名叫|的名字[是叫])?|姓名[:： ]?|这里是|(?:名字)?[叫姓])${SURNAMES.plain}(?:[\\p{Script=Han}]{0,2}|先生|女士|小姐|阿姨|大爷)`,
  `${CALLER}?(?:是[男女]的?|[男女]性?|今年)?[,，]?(?:\\p{Nd}{1,3}|[一二三四五六七八九十]{1,3})岁了?`,
  '(?:我|客户|他|她)?(?:要|来|打来|是来|想要)?(?:申请|办理?|咨询|查一?下?|问一?下?)?(?:个)?(?:退货|退款|退换货?|换货|换尺码|取消订单|开发票|查快递|查物流|快递|物流|售后|发票|订单)(?:的(?:事|问题)?)?',
].join('|')
const ENGLISH = [
  // Before something short: long talk that begins with it is told as it is.
  '(?:hello|hi|hey|hiya)(?: there)?(?=[,.!]\\s{1,3}.{1,40}$)',
  'good (?:morning|afternoon|evening)',
  '(?:excuse me|so|well|um+|uh+|er+|please|thanks|thank you|thanks (?:so|very) much|thank you (?:so|very) much|cheers|sorry)',
  "(?:i'?m|i am|he'?s|she'?s|aged?) \\d{1,3}(?: years old)?",
  '(?:i (?:want|need|would like)|can i (?:get|have)|about|for|its about|calling about) (?:a |my |the )?(?:refund|return|exchange|order|delivery|invoice)',
].join('|')
/** A name in English begins with a capital, and who says so introduces somebody. */
const ENGLISH_NAME =
  "(?:[Tt]his is|[Ii]t['’]?s|[Mm]y name(?:['’]s| is)|[Nn]ame(?: is|:)|[Ii]['’]m|[Cc]aller(?: is)?:?) \\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?(?: (?:here|speaking))?"

/** A whole clause, from sign to sign; in Chinese a gap parts two as well. */
const CLAUSE = '(?<=^|[,，.。!！?？;；:：…\\n]\\s{0,3})'
const ITS_END = '(?=\\s{0,3}(?:$|[,，.。!！?？;；:：…\\n]))'
const GAP = '(?<=^|[,，.。!！?？;；:：…\\n]\\s{0,3}|\\p{Script=Han}\\s{1,3})'
const ITS_GAP = '(?=\\s{0,3}(?:$|[,，.。!！?？;；:：…\\n])|\\s{1,3}\\p{Script=Han})'
const ASIDES = [
  new RegExp(`${GAP}(?:${CHINESE})${ITS_GAP}`, 'giu'),
  new RegExp(`${CLAUSE}(?:${ENGLISH})${ITS_END}`, 'giu'),
  new RegExp(`${CLAUSE}(?:${ENGLISH_NAME})${ITS_END}`, 'gu'),
]

const asidesIn = (text: string): Stretch[] =>
  ASIDES.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: said, index }) => ({ start: index, end: index + said.length })),
  )

/** Tokens without what stands in these stretches: a border parts what stands around them. Undefined where nothing does. */
function without(tokens: readonly Token[], stretches: readonly Stretch[]): readonly Token[] | undefined {
  if (stretches.length === 0) return undefined
  const isInside = ({ start, end }: Token) => stretches.some((each) => start < each.end && end > each.start)
  const left: Token[] = []
  for (const token of tokens) {
    const read = isInside(token) ? { ...token, text: BORDER } : token
    if (read.text !== BORDER || (left.length > 0 && left.at(-1)?.text !== BORDER)) left.push(read)
  }
  const isOwnEnd = left.at(-1) === tokens.at(-1)
  if (left.at(-1)?.text === BORDER && !isOwnEnd) left.pop()
  return left
}

/** Without by what somebody is found or called back: it says nothing of a danger, and its digits are no dose. */
export const withoutFoundBy = (text: string, tokens: readonly Token[]) => without(tokens, foundByIn(text))

/** Without who it is, a greeting, thanks and what the call was about: mostly that says nothing, yet some take their leave with thanks. Undefined where that is all. */
export function withoutAsides(text: string, tokens: readonly Token[]): readonly Token[] | undefined {
  const left = without(tokens, asidesIn(text))
  return left?.length === 0 ? undefined : left
}
