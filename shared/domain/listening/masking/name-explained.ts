import { GIVEN } from './name-forms.ts'
import { matchesWhere, type Needy, type Span } from './span.ts'
import { SURNAMES } from './surnames.ts'

/** Families as everybody takes them apart. */
const TAKEN_APART =
  '双人徐|弓长张|木子李|耳东陈|立早章|口天吴|双口吕|古月胡|草头黄|大肚黄|言午许|三横王|双木林|走肖赵|人可何|[文卯]金?刀刘|关耳郑|干勾于|立木亲|日月明|草字头[苏蒋薛范]|三点水[江汪沈洪]|米字底粟|走之底[边连]|木易杨|十八子李|禾火秋|水草头[蒋范]|女又奴|古吴轩|土里童|门里闫|三画王|一撇丘|耳东陈|西早覃|西土垔|未央朱|田心思|大力夸|单人旁[何仇任侯倪傅]'
/** Told by one sign before any of the words is tried. */
const BEGIN = TAKEN_APART.split('|')
  .map((word) => /^\[(.+?)\]|^./u.exec(word)?.[1] ?? word.charAt(0))
  .join('')
export const FAMILY_TAKEN_APART = `(?:(?=[${BEGIN}])(?:${TAKEN_APART}))`
const FAMILY = FAMILY_TAKEN_APART
const REST = '[\\s，,、…。]{1,3}'
/** 念书的念, 立羽那个翊, 一诺千金的一诺, 单人旁的伟: a sign, and a word that it stands in or what it is made of. */
const SIGN =
  '(?:(?=\\p{Script=Han}{2,6}(?:的|那个))\\p{Script=Han}{0,3}?(?<NAME>\\p{Script=Han}{1,2})\\p{Script=Han}{0,3}?(?:的那?个?|那个)\\k<NAME>|(?:单人|双人|三点水|草字|王字|木字|女字|金字|言字|竖心|火字|日字|提手|绞丝|走之|宝盖|雨字|竹字|米字|山字|石字|月字|立)[旁头底边儿]{0,2}(?:的那?个?|那个)\\p{Script=Han}(?=$|[^\\p{Script=Han}]))'
const sign = (name: string): string => SIGN.replaceAll('NAME', name)
/** Streets and words are explained as well, 自杀的杀，是杀价的杀: somebody must be named. */
const OF_NAME = `(?:名字|[姓全]名|姓\\p{Script=Han}|叫(?:什么|啥)|怎么写|哪[几两三个]{0,2}字|${FAMILY})[^。；;!！\\n*]{0,16}(?:\\n[^\\n:：*]{0,4}[:：]\\s?)?`
const SIGNS: readonly Needy[] = [
  // 念书的念，慈祥的慈: two in a row are a name.
  {
    needs: /[旁头]的|(?:的|那个)\p{Script=Han}{1,2}[\s，,、]/u,
    pattern: new RegExp(
      `(?<=[^\\p{Script=Han}]|名字是?|叫)(?<=${OF_NAME})(?<given>${sign('one')}[\\s，,、]{1,2}${sign('two')})(?=$|[^\\p{Script=Han}]|[吧啊呀])`,
      'gu',
    ),
  },
  // 立早章，一诺千金的一诺.
  {
    needs: new RegExp(FAMILY, 'u'),
    pattern: new RegExp(
      `(?<=(?<family>\\p{Script=Han})(?<=${FAMILY})${REST})(?!\\p{Script=Han}{0,6}(?:的|那个)\\k<family>)(?<given>${sign('one')})(?=$|[^\\p{Script=Han}])`,
      'gu',
    ),
  },
]
const NAMES: readonly Needy[] = [
  // 双人徐，徐闻笛; 口天吴，我俩名字都写，陈渡、吴夜舟; 张…翊.
  {
    needs: new RegExp(FAMILY, 'u'),
    pattern: new RegExp(
      `(?<=(?<family>\\p{Script=Han})(?<=${FAMILY})[^。；;！!\\n*]{0,24}[\\s，,、…？?：:]{1,3})\\k<family>[，,…\\s]{0,2}(?<given>(?![嗯呃啊对是好])${GIVEN}{1,2})(?=$|[^\\p{Script=Han}\\w*])`,
      'gu',
    ),
  },
  {
    needs: new RegExp(FAMILY, 'u'),
    pattern: new RegExp(
      `(?<=(?<family>\\p{Script=Han})(?<=${FAMILY})[^。；;！!\\n*]{0,24}[\\s，,、…？?：:]{1,3})\\k<family>[，,…\\s]{1,2}(?:[嗯呃啊][，,…\\s]{1,2})?(?<given>(?![嗯呃啊对是好])${GIVEN}{1,2})(?=$|[^\\p{Script=Han}\\w*])`,
      'gu',
    ),
  },
  // 他姓于,叫于得水,如鱼得水那个得水: behind the name.
  {
    needs: /的那?个?|那个/u,
    pattern: new RegExp(
      `(?<=^|[^\\p{Script=Han}]|叫)(?:${SURNAMES.any})(?<given>${GIVEN}{2})(?=[，,、\\s]{1,2}\\p{Script=Han}{0,6}?(?:的|那个)\\k<given>(?:$|[^\\p{Script=Han}]))`,
      'gu',
    ),
  },
]

/** The words that each sign of a given name is explained by. */
export const explainedSigns = (text: string): Span[] => foundIn(text, SIGNS)

/** Names behind a family that is taken apart, or in front of what their signs are explained by. */
export const explainedNames = (text: string): Span[] => foundIn(text, NAMES)

const foundIn = (text: string, patterns: readonly Needy[]): Span[] =>
  patterns.flatMap((needy) =>
    matchesWhere(text, needy).map(({ 0: whole, index, groups }): Span => {
      const end = index + whole.length
      return { kind: 'name', start: end - (groups?.given?.length ?? 0), end, mask: '*' }
    }),
  )
