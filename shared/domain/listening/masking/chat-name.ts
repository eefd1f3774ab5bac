import { matchesIn, type Span } from './span.ts'

/** What a name at WeChat stands behind. */
export const CHAT_CUE =
  '企微|微\\s?信|薇信|威信|徽信|微❤️?|微心|[vV]信|[vV]芯|wei?xin|we ?chat|(?<![a-z])(?:vx|wx|v)(?![a-z])|(?<![a-z])[vw]x(?=[a-z]+\\d)|\\+\\s?v|加\\s?v|加个?微|微(?=[:：])'
const NUMBER = '(?:\\s?(?:账\\s?号|帐\\s?号|号\\s?码|号|id|account|name))?'
const SAID = '(?:\\s?(?:是|就是|为|叫|:|：|=|—|-|is|我|的|吧|搜索?|search)\\s?){0,3}[（(「“"]?'
/** A name there: a letter first, then letters, digits, low lines, dashes. */
const NAME = '[a-z][\\w-]{3,29}'
/** As it is spelled: w a n g. */
const SPELLED = '[a-z](?:\\s[a-z\\d]){3,19}(?![a-z])'
const JOINT = '(?:\\s?(?:下划线|下横线|杠|横杠|减号|underscore|dash)\\s?|\\s|[，,]\\s?(?:后面是?|然后)?\\s?)'
const REST = `(?:(?:${JOINT})(?:\\d[\\d ]*\\d|(?<=(?:线|杠|号|underscore|dash)\\s?)[a-z\\d]+))*`
const CHAT = new RegExp(`(${CHAT_CUE})(${NUMBER})(${SAID})\\s?((?:${SPELLED}|${NAME})${REST})(?![a-z\\d_*@-])`, 'giu')
const QQ =
  /(?<![a-z])(?:qq|扣扣|企鹅)(?:账号|帐号|号码|号|number)?(?:\s?(?:是|为|就是|:|：|is)\s?){0,2}\s?([1-9]\d(?:[\s-]?\d){3,9})(?![\d*]|\s?(?:元|块|个|年|月|天|%|\.[a-z]))/giu
/** Names at other apps, which may have dots in them; some of the apps are everyday words as well. */
const APP =
  'whats\\s?app|telegram|skype|insta(?:gram)?|kakao(?:talk)?|viber|snapchat|discord|抖音|小红书|快手|钉钉|微博|飞书'
const APP_BY_ID = 'line|signal|messenger|facebook|twitter'
const ID_WORD = '\\s?(?:id|user\\s?name|handle|nick(?:name)?|name|账号|帐号|用户名|号)'
/** What a name at another app stands behind. */
export const APP_CUE = `(?<![a-z])(?:(?:${APP})(?:${ID_WORD}|\\s?(?:是|is|[:：])|\\s(?=@[a-z]\\w+(?![\\w.])))|(?:${APP_BY_ID})${ID_WORD})`
const AT_APP = new RegExp(
  `${APP_CUE}((?:\\s?(?:是|就是|is|[:：=])){0,2})\\s?@?([a-z][\\w.-]{2,28}[\\w])(?![\\w*@-])`,
  'giu',
)
/** Numbers that an app gives: behind its name and the word for them. */
const APP_NUMBER = new RegExp(
  `(?:${APP})(?:号|\\s?id)(?:\\s?(?:是|就是|is|[:：=])){0,2}\\s?(\\d{6,12})(?![\\d*]|\\s?(?:元|块|个|年|月|天|%))`,
  'giu',
)
/** What these apps are, do and sell, and words of sentences: nobody is called so. */
const WORD =
  /^(?:pay|app|apps|vip|pro|plus|max|mini|ios|android|http|https|pdf|wechat|weixin|group|groups|number|account|accounts|name|official|store|link|code|call|chat|mini-?program|program|is|was|and|the|not|wrong|payment|payments|because|there|here|please|frozen|blocked|login|server|service|customer|message|messages|refund|wallet|friend|friends|has|have|that|with|from|does|doesn|will|can|cannot|won|id|to|for|on|it|my|your|support|version|voice|video|today|yesterday|again|instead|only|also|then|but|or|down|taken|private|public|invalid|missing|empty|gone|hidden|unknown|incorrect|old|new|same|different|too|no|suspended|banned|locked|hacked|disabled|unavailable|required|needed|search|login|field|works?|working|hongbao|moments|qr|if|when|as|they|we|he|she|at|in|of|by)$/i

/** Names at WeChat, w***, and numbers at QQ, ****6788, behind the words for them. In a text whose spoken digits are plain. */
export function findChatNames(text: string): Span[] {
  const names = matchesIn(text, CHAT).flatMap((match): Span[] => {
    const [whole, cue = '', number = '', said = '', name = ''] = match
    const first = /^[\w-]+/.exec(name)?.[0] ?? ''
    const isSpelled = /^[a-z](?:\s[a-z\d]){3}/i.test(name)
    const hasSign = /[\d_-]/.test(name)
    const isPlain = /[是:：=]/.test(said) || /号/.test(number) || (/id/i.test(number) && !/[a-z]/i.test(cue.slice(-3)))
    if (!isSpelled && (WORD.test(first) || !(hasSign || isPlain))) return []
    if (/^v$/i.test(cue) && !/[:：是]/.test(said)) return []
    const start = match.index + whole.length - name.length
    return [{ kind: 'chat', start, end: match.index + whole.length, mask: `${name.charAt(0)}***` }]
  })
  const numbers = [...matchesIn(text, QQ), ...matchesIn(text, APP_NUMBER)].map(
    ({ 0: whole, 1: number = '', index }): Span => {
      const start = index + whole.length - number.length
      return { kind: 'chat', start, end: index + whole.length, mask: `${number.charAt(0)}***` }
    },
  )
  return [...names, ...numbers, ...namesAtApps(text)]
}

const namesAtApps = (text: string): Span[] =>
  matchesIn(text, AT_APP).flatMap(({ 0: whole, 1: said = '', 2: name = '', index }): Span[] => {
    const first = /^[\w-]+/.exec(name)?.[0] ?? ''
    if (WORD.test(first) || !(/[\d_.]/.test(name) || said !== '')) return []
    const end = index + whole.length
    return [{ kind: 'chat', start: end - name.length, end, mask: `${name.charAt(0)}***` }]
  })
