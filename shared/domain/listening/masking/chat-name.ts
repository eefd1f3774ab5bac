import { firstSign } from '../../../text/first-sign.ts'
import { saysOrder, speaksOfFigures } from './cue.ts'
import { isIn } from './may-match.ts'
import { matchesIn, matchesWhere, type Needy, type Span } from './span.ts'

/** What a name at WeChat stands behind. */
export const CHAT_CUE =
  '企微|(?<![a-z])w信|微[\\s.·]?信|薇\\s?[❤♥]️?信?|薇|(?<![a-z])v\\s?[❤♥]️?信?|威❤️?|卫星号|薇信|威信|徽信|微❤️?|微心|[vV]信|[vV]芯|wei?xin|we ?chat|(?<![a-z])(?:vx|wx|v)(?![a-z])|(?<![a-z])[vw]x(?=[a-z]+\\d)|\\+\\s?v|加\\s?v|加个?微|微(?=[:：])'
const NUMBER = '(?:\\s?(?:账\\s?号|帐\\s?号|号\\s?码|号|id|account|name))?'
const SAID =
  '(?:\\s?(?:for (?:the|my|his|her|their|our) [a-z]{2,14}|同[号步]|也是这个|是|就是|为|叫|:|：|=|—|-|is|另外?[一1]?个|还有[一1]?个|小号|新的|备用的?|换[成了]|加我|找我|说吧|加|[发给]我|→|➡|我|[写填留报]?的|[写填]着|吧|呗|嘛|搜索?|search)\\s?){0,3}[（(「“"]?'
/** A name there: a letter first, then letters, digits, low lines, dashes. */
const NAME =
  '(?:[a-z][\\w-]{3,29}(?:\\.(?!(?:com|cn|net)(?!\\w))[a-z]\\w{0,15}){0,3}|[a-z][\\w-]{1,29}\\.(?=[a-z]{0,14}[_-]?\\d)[\\w-]{2,15}|[a-z][a-z\\d]{1,3}(?=\\s?[，,]?\\s?(?:再加|然后|后面)[^\\d\\n]{0,4}\\d{2}))'
/** As it is spelled: w a n g. */
const SPELLED = '[a-z](?:\\s[a-z\\d]){3,19}(?![a-z])'
const JOINT =
  '(?:\\s?(?:下划线|下横线|杠|横杠|减号|underscore|dash)\\s?|\\s|[，,]\\s?(?:后面是?|然后)?\\s?|\\s?[，,]?\\s?(?:后面(?:是|跟)?|然后是?|再加(?:上|一?个)?|接着是?)\\s?)'
const REST = `(?:(?:${JOINT})(?:\\d[\\d ]*\\d|(?<=(?:线|杠|号|underscore|dash)\\s?)[a-z\\d]+))*`
const CHAT = new RegExp(`(${CHAT_CUE})(${NUMBER})(${SAID})\\s?((?:${SPELLED}|${NAME})${REST})(?![a-z\\d_*@-])`, 'giu')
const QQ =
  /(?<![a-z])(?:q\s?q|q号|扣扣|企鹅)(?:\s?(?:账号|帐号|号码|号|number|邮箱))?(?:[（(][^（()）\d]{1,6}[）)])?(?:[\s，,]?(?:for (?:the|my|his|her|their|our) [a-z]{2,14}|也是这个|也是|是|为|就是|:|：|is|我|的|加|客户|[说写报给]的?|[五六七八九十\d]{1,2}位)\s?){0,3}\s?([1-9](?:[\s.·-]{0,2}\d){4,10})(?![\d*]|\s?(?:元|块|个|年|月|天|%|\.[a-z]))/giu
/** The one letter for it, where a number stands right behind: Q:50281937, 加q50281937; glued to it or with a day it is a code of something. */
const Q =
  /(?<![a-z\d])q(?:\s?[:：]\s?|\s|(?<=加我?的?\s?q))((?!20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))[1-9]\d{6,9})(?![\d*]|\s?(?:元|块|个|年|月|天|%|\.[a-z]))/giu
const HAS_SEVERAL_PARTS = /[a-z][\w.-]{0,20}\s\w/iu
/** All that stands in Latin signs up to the next Chinese word or sign of writing: 微信号是zhou dada 77，连起来写. */
const UP_TO_THE_END = new RegExp(
  `(${CHAT_CUE})(${NUMBER})((?:\\s?(?:是|就是|为|叫|:|：|=|is)\\s?){0,2})\\s?([a-z][\\w.-]{0,20}(?:\\s[\\w.-]{1,14}){1,6})(?=\\s?(?:$|[\\n，,。；;！!（(]|\\p{Script=Han}))`,
  'giu',
)
/** Names at other apps, which may have dots in them; some of the apps are everyday words as well. */
const APP =
  'whats\\s?app|telegram|skype|insta(?:gram)?|kakao(?:talk)?|viber|snapchat|discord|抖音|小红书|快手|钉钉|微博|飞书'
const APP_BY_ID = 'line|signal|messenger|facebook|twitter'
const ID_WORD = '\\s?(?:id|user\\s?name|handle|nick(?:name)?|name|账号|帐号|用户名|号)'
/** What a name at another app stands behind. */
export const APP_CUE = `(?<![a-z])(?:(?:${APP})(?:\\s?(?:biz|business))?(?:${ID_WORD}|\\s?(?:上?搜索?|找|关注|加我?|私信我?|tag)(?:${ID_WORD})?|\\s?(?:是|is|[:：])|[上里]?\\s(?=@[a-z]\\w+(?![\\w.]))|\\s(?=(?:live:)?(?!v?\\d)[a-z][a-z\\d]*[._:][a-z\\d]))|(?:${APP_BY_ID})个?${ID_WORD})`
const AT_APP = new RegExp(
  `${APP_CUE}((?:\\s?(?:是|就是|系|is|[:：=])){0,2})\\s?@?([a-z][\\w.:-]{2,28}\\w(?:#\\d{4})?)(?![\\w*@-])`,
  'giu',
)
/** Numbers that an app gives: behind its name and the word for them. */
const APP_NUMBER = new RegExp(
  `(?:${APP})(?:号|搜索?|\\s?id|私信我?\\s?id)(?:\\s?(?:是|就是|is|[:：=])){0,2}\\s?(\\d{6,12})(?![\\d*]|\\s?(?:元|块|个|年|月|天|%))`,
  'giu',
)
/** @lottie.crumbs on insta. */
const ON_APP = new RegExp(
  `(?<![\\w.@])@([a-z][\\w.]{2,28}\\w)(?=\\s(?:on|at|in)\\s(?:my\\s)?(?:${APP})(?![a-z]))`,
  'giu',
)
/** What such a name stands behind. */
export const NICKNAME_CUE =
  '(?:旺旺|淘宝|微信|抖音|小红书|快手|微博)(?:id|号|账号|昵称|名字?|网名)(?:叫做?|是|[:：]|(?=\\s))\\s?'
/** What somebody is called at a shop, in signs and digits: 旺旺id叫 爱吃锅包肉的二姨0431. */
const NICKNAME: Needy = {
  needs: /\d/,
  pattern: new RegExp(
    `(?<=${NICKNAME_CUE})(?=[\\p{Script=Han}a-z_]*\\d)(?=[a-z\\d_]*\\p{Script=Han})[\\p{Script=Han}a-z\\d_]{3,20}(?:(?<=\\d)(?:\\s\\d){1,8}(?!\\d))?`,
    'giu',
  ),
}
/** As the shop itself names whoever chose no name: tb882644, and with signs in front where the word for a name stands there. */
const NAMED_BY_SHOP =
  /(?<=(?:旺旺|淘宝|昵称|网名|账号)(?:id|号|名)?[\s:：是叫]{1,3})\p{Script=Han}{1,6}tb\d{6,12}(?![\w*])|(?<![a-z\d_])tb\d{6,12}(?![\w*])/giu
/** What somebody is called where everybody may read it: 微博 @雪梅爱吃糖88. No shop and no desk. */
const AT_PUBLIC_APP =
  /(?<=(?:微博|抖音|小红书|快手|[bB]站)(?:上|账号|号)?\s?[:：]?\s?@)(?![\p{Script=Han}\w]{0,16}(?:官方|旗舰|客服|店|公司|品牌|集团|新闻|日报|评测|测评|推荐|好物|京东|天猫|淘宝|交流|群|研究所|直播))(?=[\p{Script=Han}\w]*\p{Script=Han})(?=\p{Script=Han}*[\w])[\p{Script=Han}\w]{2,20}/gu
const SAYS_NICKNAME = /昵称|网名|[旺宝信音书手博]名/u
/** Each has a letter, a digit or a sign of its own, or is told behind the word for one. */
const MAY_HOLD = new RegExp(`[a-z@\\d]|${SAYS_NICKNAME.source}`, 'iu')
/** The same in signs alone, up to the end of the clause: 微信昵称叫风吹麦浪. */
const NICKNAME_IN_SIGNS =
  /(?<=(?:旺旺|淘宝|微信|抖音|小红书|快手|微博)(?:昵称|网名|名)(?:叫做?|是|\s?[:：])\s?["“「]?)(?!\p{Script=Han}{0,6}(?:客户|顾客|会员|用户|客服|直播间|店铺?|公司|官方|乱码|空白|重[名复]|违规|符号|表情|默认)(?!\p{Script=Han}))(?:(?![的了是在不没错未已改没什么啥谁吗呢无])[\p{Script=Han}]){2,10}(?=$|[\n，,。；;"”」])/giu
/** Said letter by letter: h n z z 下划线 蔬菜的拼音 六, l c y 杠 8806 x, moon rabbit underscore 0921. */
const PART = '(?:[a-z]{1,12}|\\d{1,8}(?![\\d个]))'
const SIGN = '(?:_|下划线|下横线|底下一横|[中横]?杠|减号|underscore|dash|hyphen|dot|点(?=\\s?[a-z\\d]))'
const SAID_SIGN = `(?:[\\s，,]{0,2}(?:(?:然后|再|后[面半]段?是?)\\s?)?(?:${SIGN}|小写的?|大写的?|\\p{Script=Han}{1,4}的拼音|拼音|不|加生日)[\\s，,]{0,2}(?:(?:然后|再|后[面半]段?是?)\\s?)?|[\\s，,、]{1,2}(?:(?:然后|再|后[面半]段?是?)\\s?)?|(?<=[a-z])(?=\\d)|(?<=\\d)(?=[a-z]))`
const SPELLED_NAME = new RegExp(
  `(?:${CHAT_CUE}|(?:${APP})(?![a-z]))(?:${NUMBER})(?:[\\s，,]{0,2}(?:是|就是|就|为|叫|系|你?搜索?|我念|念|加|字母|小写的?|大写的?|拼音|我?名?字?全拼|(?:呗|嘛|吧|呢|啊)(?=[\\s，,])|前[半面]段?是?|开头是?|it['’]?s|['’]s|i['’]?m|is|at|[:：])[\\s，,]{0,2}){0,4}[\\s，,]{0,2}(${PART}(?:${SAID_SIGN}${PART}|\\s?(?:${SIGN})\\s?\\p{Script=Han}{1,4}的拼音){1,9})(?![a-z*@]|\\d(?!个))`,
  'giu',
)
/** 坐席：微信号多少⏎客户：m e i 下划线 618: asked for, and told in the next turn with nothing else. */
const ASKED = new RegExp(
  `(?:${CHAT_CUE})${NUMBER}(?![里上])[^\\n\\w*]{0,10}(?:多少|什么|[啥哪]|[报说念发给][我一]?[下个]?|吗|呢|[？?:：])[^\\n\\w*]{0,6}\\n(?:[\\p{Script=Han}A-Za-z]{1,8}\\s?[:：]\\s?)?(?:[嗯哦啊，,\\s]|我?的?(?:微信)?号?就?是){0,4}(${PART}(?:${SAID_SIGN}${PART}){1,9}|${NAME})(?=[了吧啊哈呀]?\\s?(?:$|[\\n，,。；;！!（(]))`,
  'giu',
)
/** my WeChat ID, mia 2019 h z. */
const WORD_AND_SIGNS = new RegExp(
  `(?:we ?chat|weixin|微信|微信号|vx|wx)${NUMBER}(?:[\\s，,:：]|is|是){1,4}([a-z]{2,12} \\d{2,8}(?: [a-z](?![a-z])){1,4})`,
  'giu',
)
/** my wechat, chen pengfei 07. */
const WORDS_AND_FIGURES = new RegExp(
  `(?:we ?chat|weixin|微信|微信号|vx|wx)${NUMBER}\\s?[,，:：]\\s?([a-z]{2,12}(?: [a-z]{2,12}){1,2} \\d{2,8})(?=\\s?(?:$|[\\n,，.。；;]|words?(?![a-z])))`,
  'giu',
)
/** 威信同号不行，另给了a13b14c15_88: with a sign that no word has, where another one is told. */
const ANOTHER = new RegExp(
  `(?:${CHAT_CUE})[^\\na-z\\d。；;*@]{0,14}(?:[给留报加换说填]了?|[是为成叫：:])\\s?((?=[a-z\\d]*[_-]?[a-z\\d]*\\d)[a-z][a-z\\d]{1,18}_[a-z\\d_]{2,16})(?![\\w*@.-])`,
  'giu',
)
/** xiaomifeng_hz，加这个微信. */
const BEFORE_WORD =
  /(?<![\w.@-])([a-z][a-z\d]{1,15}(?:[_-][a-z\d]{1,12}){1,2}|[a-z]{3,16}\d{2,8})(?=[\s，,（(]{0,2}(?:加这个微信|微信同号|这?是[我他她]?的?微信号?(?=$|[^\p{Script=Han}]|[啊呀哦吧哈呢的])|微信号?[)）]))/giu
/** 加了muzi-baobei这个微信, tu zi 中横线 jun,这个微信, 加Xiaoyu-design88,备注小区名, 让他加zjh-1975. */
const BEFORE_THIS: Needy = {
  needs: /这个(?:微信|[vV]信|薇信|号?微信号)/u,
  pattern:
    /(?<![\w.@-])([a-z][a-z\d]{1,15}(?:[_-][a-z\d]{1,15}){1,2}|[a-z]{3,16}\d{2,8}|[a-z]{2,12}(?:\s[a-z]{2,12}){0,2}\s?(?:[中下]?[横划]线|杠)\s?[a-z\d]{2,12})(?=[\s，,（(]{0,2}这个(?:微信|[vV]信|薇信|号?微信号))/giu,
}
const ADDED: Needy = {
  needs: /加(?:一?下|了|个|我)?\s?[a-z]/iu,
  pattern:
    /(?<=(?:让|叫|请|喊)[\p{Script=Han}]{1,4}加(?:一?下|我)?\s?)([a-z][a-z\d]{1,15}(?:[_-][a-z\d]{1,15}){1,2})(?![\w.@-])|(?<=加(?:一?下|了|个|我)?\s?)([a-z][a-z\d]{1,15}(?:[_-][a-z\d]{1,15}){1,2})(?=[\s，,]{0,2}(?:备注|好友|通过))/giu,
}
/** Asked us to add Kitty_Zhao.LDN on WeChat; no word, and no name of two. */
const ADDED_ON: Needy = {
  needs: / (?:on|at|via|in) (?:we ?chat|weixin|vx|wx)/iu,
  pattern:
    /(?<=(?<![a-z])(?:add|find|reach|message|text|ping|contact|she['’]?s|he['’]?s|i['’]?m|it['’]?s|is|at) (?:me |her |him |us |them |as |at )?)(?=[\w.-]*[\d_.-]\w)[a-z][\w.-]{3,30}\w(?= (?:on|at|via|in) (?:my |their )?(?:we ?chat|weixin|vx|wx)(?![a-z]))/giu,
}
const HAS_SIGN = new RegExp(`(?<![a-z])${SIGN}(?![a-z])`, 'iu')
/** l y6271884. */
const LETTERS_AND_DIGITS = /^(?:[a-z](?: [a-z]){1,8}\s?\d{3,8}|[a-z]{2,5}[\s，,]{1,2}\d{4,8})$/iu
/** 前半 zhouda，后半 da77. */
const SAID_TO_GO_ON = /^[a-z]{2,12}[\s，,]{1,2}后[面半]段?是?\s?[a-z]*\d{2}/iu
/** Between letters alone it parts things of a list: 微信a、b、c. */
const LISTED_WITH_DIGITS = /^[a-z](?:[\s，,、]{1,2}[a-z]){1,8}[^a-z\d]{0,6}\d{2}/iu
const LETTERS_IN_A_ROW = /(?<![a-z])[a-z](?:[\s，,]{1,2}[a-z]){2}(?![a-z])/iu
/** What these apps are, do and sell, and words of sentences: nobody is called so. */
const WORD =
  /^(?:iphone\w*|ipad\w*|redmi\w*|galaxy\w*|web|www|pay|app|apps|vip|pro|plus|max|mini|ios|android|http|https|pdf|wechat|weixin|group|groups|number|account|accounts|name|official|store|link|code|call|chat|mini-?program|program|is|was|and|the|not|wrong|payment|payments|because|there|here|please|frozen|blocked|login|server|service|customer|message|messages|refund|wallet|friend|friends|has|have|that|with|from|does|doesn|will|can|cannot|won|id|to|for|on|it|my|your|support|version|voice|video|today|yesterday|again|instead|only|also|then|but|or|down|taken|private|public|invalid|missing|empty|gone|hidden|unknown|incorrect|old|new|same|different|too|no|suspended|banned|locked|hacked|disabled|unavailable|required|needed|search|login|field|works?|working|hongbao|moments|qr|if|when|as|they|we|he|she|at|in|of|by)$/i

/** Names at WeChat, w***, and numbers at QQ, ****6788, behind the words for them. In a text whose spoken digits are plain. */
export function findChatNames(text: string): Span[] {
  if (!isIn(text, MAY_HOLD)) return []
  const names = matchesIn(text, CHAT).flatMap((match): Span[] => {
    const [whole, cue = '', number = '', said = '', name = ''] = match
    const first = /^[\w-]+/.exec(name)?.[0] ?? ''
    const isSpelled = /^[a-z](?:\s[a-z\d]){3}/i.test(name)
    const hasSign = /[\d_-]/.test(name)
    const isPlain = /[是:：=]/.test(said) || /号/.test(number) || (/id/i.test(number) && !/[a-z]/i.test(cue.slice(-3)))
    if (!isSpelled && (WORD.test(first) || !(hasSign || isPlain))) return []
    if (/^v$/i.test(cue) && !/[:：是]/.test(said)) return []
    const start = match.index + whole.length - name.length
    return [{ kind: 'chat', start, end: match.index + whole.length, mask: `${firstSign(name)}***` }]
  })
  const numbers = [...matchesIn(text, QQ), ...numbersAtQ(text), ...matchesIn(text, APP_NUMBER)].map(
    ({ 0: whole, 1: number = '', index }): Span => {
      const start = index + whole.length - number.length
      return { kind: 'chat', start, end: index + whole.length, mask: `${number.charAt(0)}***` }
    },
  )
  return [...names, ...numbers, ...namesAtApps(text), ...spelledNames(text), ...wholeNames(text)]
}

/** Not of goods or papers: 型号 Q 1234567. */
const numbersAtQ = (text: string): RegExpExecArray[] =>
  matchesIn(text, Q).filter(({ index }) => !speaksOfFigures(text, index) && !saysOrder(text, index))

const spelledNames = (text: string): Span[] =>
  [
    ...matchesIn(text, SPELLED_NAME).filter(
      ({ 1: name = '' }) =>
        !/^\d/.test(name) &&
        (HAS_SIGN.test(name) ||
          LETTERS_IN_A_ROW.test(name) ||
          LISTED_WITH_DIGITS.test(name) ||
          LETTERS_AND_DIGITS.test(name) ||
          SAID_TO_GO_ON.test(name)),
    ),
    ...matchesIn(text, ASKED).filter(({ 1: name = '' }) => isToldName(name)),
    ...matchesIn(text, WORD_AND_SIGNS),
    ...matchesIn(text, WORDS_AND_FIGURES).filter(
      ({ 1: name = '' }) => !name.split(' ').some((word) => WORD.test(word)),
    ),
    ...matchesIn(text, ANOTHER),
    ...matchesIn(text, ON_APP),
    ...matchesIn(text, BEFORE_WORD),
    ...matchesWhere(text, BEFORE_THIS),
    ...matchesWhere(text, ADDED).map((match) => ({ ...match, 1: match[0] })),
    ...matchesWhere(text, ADDED_ON),
    ...matchesWhere(text, NICKNAME),
    ...matchesIn(text, NAMED_BY_SHOP),
    ...matchesIn(text, AT_PUBLIC_APP),
    ...(isIn(text, SAYS_NICKNAME) ? matchesIn(text, NICKNAME_IN_SIGNS) : []),
  ].map(({ 0: whole, 1: name = whole, index }): Span => {
    const start = index + whole.length - name.length
    return { kind: 'chat', start, end: start + name.length, mask: `${firstSign(name)}***` }
  })

/** In signs that no answer in words has, or one word that is none of a sentence. */
const isToldName = (name: string): boolean =>
  /[a-z]/i.test(name) &&
  (/[\d_]/.test(name) || HAS_SIGN.test(name) || LETTERS_IN_A_ROW.test(name) || /^[a-z]{4,}$/i.test(name)) &&
  !name.split(/\s/).some((word) => WORD.test(word) || isAnswer(word))

const isAnswer = (word: string): boolean =>
  /^(?:ok|okay|yes|yeah|sorry|thanks|sure|what|none|why|nope|hello|wait)$/i.test(word)

/** Several words of a name; without a sign that it follows, one of them must be figures. */
const wholeNames = (text: string): Span[] =>
  (isIn(text, HAS_SEVERAL_PARTS) ? matchesIn(text, UP_TO_THE_END) : []).flatMap(
    ({ 0: whole, 1: cue = '', 2: number = '', 3: said = '', 4: name = '', index }): Span[] => {
      const parts = name.split(/\s/)
      const isSaid = /[是:：=]/u.test(said) || /号|id/iu.test(number)
      if (/v$/i.test(cue) && !/[是:：=]/u.test(said)) return []
      if (parts.some((part) => WORD.test(part)) || !(/\d{2}/.test(name) || (isSaid && said !== ''))) return []
      const start = index + whole.length - name.length
      return [{ kind: 'chat', start, end: start + name.length, mask: `${firstSign(name)}***` }]
    },
  )

const namesAtApps = (text: string): Span[] =>
  matchesIn(text, AT_APP).flatMap(({ 0: whole, 1: said = '', 2: name = '', index }): Span[] => {
    const first = /^[\w-]+/.exec(name)?.[0] ?? ''
    const isTold = said !== '' || whole.charAt(whole.length - name.length - 1) === '@'
    if (WORD.test(first) || !(/[\d_.]/.test(name) || isTold)) return []
    const end = index + whole.length
    return [{ kind: 'chat', start: end - name.length, end, mask: `${firstSign(name)}***` }]
  })
