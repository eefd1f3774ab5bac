import { MASKED_ADDRESS } from './email.ts'
import { PROVINCES } from './plate.ts'
import { SURNAMES } from './surnames.ts'

/** What a mask stands for, as far as its form tells: of a bank card and of a landline the same four digits are left. */
export type MaskKind =
  | 'email'
  | 'idCard'
  | 'phone'
  | 'cardOrLandline'
  | 'passport'
  | 'permit'
  | 'plate'
  | 'chat'
  | 'code'
  | 'name'
  | 'address'
  | 'company'
  | 'cut'

/** A sign that no keyboard has and nobody puts beside stars: people type stars and `**#**`, too. */
const MARK = '※'
/** What a rule of the company hides. */
export const COMPANY_STARS = `**${MARK}**`
/** What stands in the line for one sign of a number that goes on over two of them: the first such sign is marked. */
export const starFor = (isFirst: boolean): string => (isFirst ? MARK : '*')
/** Whether anything of a text may be a mask: most hold none. */
export const mayHoldMask = (text: string): boolean => text.includes('*') || text.includes(MARK)

/** Of kinds that words tell; the number of stars says which. Stars in a draft are never these. */
const SURE = [
  '(?<passport>(?<!\\*)\\*{6}\\d{2}(?!\\d))',
  '(?<permit>(?<!\\*)\\*{7}\\d{2}(?!\\d))',
  `(?<plate>(?:[${PROVINCES}][A-Z]|(?<![\\p{Script=Latin}\\d*])[A-Z\\d]{2})\\*{5}(?!\\*))`,
]
/** Stars alone are typed by whoever leaves out a word: those of a code and of an address are known by what stands around them. */
const CODE_WORD = '(?:码|口令|验证吗|三位数?|code|otp|passw(?:or)?d|pwd|cv[vc]|pin)'
/** What a name at a shop or an app is announced with; people leave out a word behind a sign, too. */
const CHAT_WORD = '(?:旺旺|淘宝|微信|抖音|小红书|快手|微博|钉钉|飞书|企微|昵称|网名|qq)'
/** What the finer part of an address stands behind, a few words on: 武侯区******, Pudong District, Shanghai, ***. */
const COARSE =
  '(?:[区县旗镇乡村路街号栋幢楼](?![别分间])|地址|小区|district|address|addr|shanghai|beijing|shenzhen|guangzhou|(?<![a-z])(?:road|street|lane|block|building|room|flat)(?![a-z]))'
/** What an address abroad was announced with. */
const ANNOUNCED_ABROAD =
  '(?:address|adresse?|lives?|living|deliver(?:ed|y)?|ship(?:ped)?|sen[dt]|wohn(?:e|t|en)|liefern|woont?|habite|viv[eo]|abit[ao]|direcci[oó]n|indirizzo)(?:\\s(?:it|them|sie|bitte))*(?:\\s(?:is|at|to|on|in|an|ist|est|es|è|en|op|à)|:|)\\s'
const OF_WORDS = [
  ...SURE,
  `(?<code>(?<![\\p{Script=Latin}\\d*])(?:(?<=${CODE_WORD}[^*\\n]{0,16})\\*{6}(?![\\d*])|\\*{6}(?=[^*\\n\\d]{0,14}${CODE_WORD})))`,
  `(?<company>(?<![*${MARK}])\\*\\*${MARK}\\*\\*(?![*${MARK}]))`,
  `(?<cut>(?<!\\*)${MARK}\\**(?:[ .-]\\*+)*)`,
  `(?<chat>(?:(?<![\\p{Script=Latin}\\d*])[A-Za-z\\d]|(?<=${CHAT_WORD}[^*\\n]{0,12})\\p{Script=Han})\\*{3}(?![@*\\d]))`,
  `(?<address>(?:(?<=[区县市旗州盟址在到住寄家][是为：:\\s]{0,2}|${ANNOUNCED_ABROAD})|(?<=${COARSE}[^*\\n@]{0,16})(?<![\\p{Script=Latin}\\d*@]))\\*{3}(?![@*\\d]))`,
  `(?<name>(?:(?!高)${SURNAMES.any}|(?<![\\p{L}\\d])\\p{Script=Latin})\\*(?![*\\d]))`,
].join('|')

/**
 * The forms that masking leaves behind, the longer first, each with its kind as the name of its group. Of an address of mail all of it: a
 * sign in its middle would break it in two. For a text whose signs are folded.
 */
export const MASK_FORMS = new RegExp(
  `(?<idCard>\\d{3}\\*{8,11}\\d{3}[\\dXx])|(?<phone>\\d{3}\\*{4}\\d{4})|(?<cardOrLandline>(?<!\\*)\\*{4}\\d{4})|(?<email>${MASKED_ADDRESS}|[^\\s*]\\*{3}(?=@))|${OF_WORDS}`,
  'giu',
)

/** Those that no stars of a draft look like, as the source of a pattern with the flag `u`. */
export const SURE_FORMS = SURE.join('|').replace(/\(\?<\w+>/g, '(?:')
