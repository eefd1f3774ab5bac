import { firstSign } from '../../../text/first-sign.ts'
import { isFamilyName } from './family-names.ts'
import { isSurelyGiven } from './given-names.ts'
import { isNoNameWord } from './latin-words.ts'
import { EVERYDAY_WORD, isLikelyName } from './name-by-signs.ts'
import { BEGINS_WORD, GIVEN, WORDS } from './name-forms.ts'
import { matchesIn, type Span } from './span.ts'
import { COMPOUND, SURNAMES } from './surnames.ts'

const IN_FRONT = new RegExp(`(?:${COMPOUND}|${SURNAMES.any}|${SURNAMES.seldom}|\\p{Script=Han})\\s{0,2}$`, 'u')
const LONGEST_FAMILY = 4
/** Signs that are explained, 金子的金, are no name. */
const IS_GIVEN = new RegExp(`^${GIVEN}{1,3}$`, 'u')
const IS_CHINESE = /^\p{Script=Han}{2,4}$/u
const FAMILY_OF_TWO = new RegExp(`^(?:${COMPOUND})(?=.)`, 'u')

/** The names that were hidden in a text, as they were told: for the memory of a running call alone. `spans`: what is masked in it. */
export const namesTold = (text: string, spans: readonly Span[]): string[] => [
  ...new Set(
    spans.flatMap(({ kind, start, end }) => {
      if (kind !== 'name') return []
      const words = text.slice(start, end)
      if (/^\p{Script=Latin}/u.test(words)) return [words]
      if (!IS_GIVEN.test(words.replaceAll(/\s/gu, ''))) return []
      const family = IN_FRONT.exec(text.slice(Math.max(0, start - LONGEST_FAMILY), start))?.[0] ?? ''
      const name = `${family}${words}`.replaceAll(/\s/gu, '')
      return IS_CHINESE.test(name) ? [name] : []
    }),
  ),
]

/** Called by what is a word as well: 建设 of 王建设 stands for nobody. */
const IS_WORD = new RegExp(
  `^(?:${EVERYDAY_WORD}|${BEGINS_WORD}|${WORDS}|建设|和平|国庆|健康|海洋|光明|文化|[春夏秋冬]天|阳光|平安|安[静全心宁]|高兴|天明|大[海山]|长[城江春]|红旗|[星月晨]光|朝阳|东方|上海|[南北]京|中[华国秋]|爱国|团结|友谊|胜利|成功|希望|未来|进步|幸福|快乐|开心|如意|吉祥|满意|方便|[自天]然|清[楚明]|明[白亮]|优秀|聪明|可爱|美丽|漂亮|温柔|文[明静]|小[心时区米票]|[金宝]山|[银天]河|白云|江[南苏]|永久|一[样定直]|立[刻即春夏]|新年|元旦|端午|国[际家]|世界|宇宙|太阳|月亮|星星|草莓|宝宝|德邦|顺丰|京东|国美|康佳|海尔|格力|圆通|韵达|中通|申通|美的|苏宁|高峰|建成|新建|天鹅|家乐|向东|东风|金龙|大众|天猫)$`,
  'u',
)
/** So are families in English: these are names inside a sentence and behind a title alone. */
const IS_ENGLISH_WORD =
  /^(?:Brown|Green|White|Black|Gray|Grey|Gold|Silver|Young|Old|Hill|Hills|Wood|Woods|Bush|King|Queen|Price|Bell|Cook|Day|Long|Short|Best|Field|Fields|Stone|Bank|Banks|Post|Page|Small|Little|Rich|Sharp|Swift|Love|Power|Powers|Case|Major|Bond|Cash|Church|Cross|Rose|Park|Parks|Winter|Summer|Summers|Marsh|Mills|Moss|Noble|Pope|Porter|Potter|Baker|Butler|Carpenter|Carter|Chambers|Fisher|Gardner|Hunter|Mason|Miller|Parker|Shepherd|Smith|Taylor|Turner|Walker|Weaver|Wheeler|Wright|Bill|Will|Mark|Grace|Hope|Faith|Joy|May|April|June|August|Dawn|Summer|Autumn|Holly|Ivy|Lily|Daisy|Poppy|Ruby|Pearl|Amber|Crystal|Jade|Frank|Grant|Chase|Drew|Rob|Nick|Pat|Sue|Art|Dale|Glen|Heath|Lane|Reed|Rush|Steel|Sterling|Wells|Wise|Peace|Blessing|Angel|Star|Sky|Storm|Rain|River|Sunny|Bright|Blue|Early|Free|Good|High|Just|New|Read|Sell|Still|True|Wall|Ward|Way|West|North|South|East|Street|Order|Card)$/u
/** Between the parts of a name, and no name. */
const PARTICLE = /^(?:van|von|der|den|del|dos|bin|binti|the|and|for)$/iu
const FEWEST_LETTERS = 3
/** No Black Friday, Boxing Day. */
const TITLED_OR_INSIDE = "(?<=(?<!\\p{L})\\p{Ll}[\\p{L}’']*[,;:]?\\s|(?<!\\p{L})(?:Mr|Mrs|Ms|Miss|Dr|Prof)\\.?\\s)"
const NO_NEXT_CAPITAL = '(?!\\s\\p{Lu})'

const wordsOf = (name: string): string[] =>
  name
    .slice(0, LONGEST_NAME)
    .split(/[\s/,.]+/u)
    .filter((word) => /^\p{L}[\p{L}’'-]*$/u.test(word))
const LONGEST_NAME = 60

/** Whether a label of somebody who speaks is what they are called, and no role. */
export const isCalled = (label: string): boolean => {
  if (IS_CHINESE.test(label)) return isLikelyName(label) || IS_OF_PLAIN_FAMILY.test(label)
  const words = wordsOf(label)
  return (
    words.length > 1 &&
    (words.some((word) => isSurelyGiven(word.toLowerCase())) || words.some((word) => isFamilyName(word)))
  )
}
const IS_OF_PLAIN_FAMILY = new RegExp(`^(?!${WORDS})(?:${SURNAMES.plain})${GIVEN}{2}$`, 'u')

/** What was given is a word or a part of one here and there, 小龙虾, 早高峰: by itself it is a name where somebody may stand. */
const CALLED = `(?<=^|[^\\p{Script=Han}\\w*]|[给问找让叫和跟与是对等替帮转把被请由向的应系电访诉知]|${SURNAMES.plain})`
const SAID_OF_THEM =
  '(?=$|[^\\p{Script=Han}\\w*]|[说问要来又也都还想在不没的那反收打回退催去会能让给把跟和是今明昨先再才就已另了吗吧呢])'

interface Form {
  readonly source: string
  readonly mask: string
  readonly begins: readonly string[]
}

/** How somebody is called later on: by all of the name, or by what they were given. Of names in letters by any of their words. */
function formsOf(name: string): Form[] {
  if (IS_CHINESE.test(name)) {
    const family = FAMILY_OF_TWO.exec(name)?.[0] ?? firstSign(name)
    const given = name.slice(family.length)
    if ([...name].length === 2 && (IS_WORD.test(name) || /^[小老阿]/u.test(name))) return []
    return [
      { source: name, mask: `${family}*`, begins: [firstSign(name)] },
      ...([...given].length < 2 || new Set(given).size === 1 || IS_WORD.test(given)
        ? []
        : [{ source: `${CALLED}${given}${SAID_OF_THEM}`, mask: `${family}*`, begins: [firstSign(given)] }]),
    ]
  }
  const words = wordsOf(name).flatMap((word) => [word, ...(word.includes('-') ? word.split('-') : [])])
  return [...new Set(words.map((word) => word.replace(/['’]s$/u, '')))]
    .filter((word) => word.length >= FEWEST_LETTERS && !PARTICLE.test(word) && !isNoNameWord(capital(word)))
    .map((word) => ({
      ...{ source: waysToWrite(word), mask: `${word.charAt(0).toUpperCase()}*` },
      begins: [word.charAt(0).toLowerCase(), word.charAt(0).toUpperCase()],
    }))
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

function waysToWrite(word: string): string {
  if (IS_ENGLISH_WORD.test(capital(word))) return `${TITLED_OR_INSIDE}${capital(word)}${NO_NEXT_CAPITAL}`
  const small = word.toLowerCase()
  // As people write who take no care for capitals.
  const isSure = isSurelyGiven(small) || isFamilyName(small)
  const ways = [word === small && !isSure ? '' : word, capital(word), word.toUpperCase(), isSure ? small : '']
  return [...new Set(ways.filter((way) => way !== ''))].join('|')
}

/** Where a text says names again that were told before. In order, each place once. */
export const knownIn = (text: string, names: readonly string[]): Span[] => finderOf(names)(text)

function finderOf(names: readonly string[]): (text: string) => Span[] {
  const forms = names.flatMap(formsOf).sort((one, other) => other.source.length - one.source.length)
  if (forms.length === 0) return () => []
  const sources = forms.map(({ source }) =>
    /\p{Script=Han}/u.test(source)
      ? `(${source})`
      : `(?<![\\p{Script=Latin}\\d@._*])(${source})(?![\\p{Script=Latin}\\d@_*]|\\s&\\s)`,
  )
  // Asked at each sign of a text: told first by the sign that any of them begins with.
  const firsts = new Set(forms.flatMap(({ begins }) => begins))
  const pattern = new RegExp(`(?=[${[...firsts].join('')}])(?:${sources.join('|')})`, 'gu')
  return (text) =>
    matchesIn(text, pattern).map(({ 0: words, index, ...parts }) => {
      const mask = forms.find((_, place) => parts[place + 1] !== undefined)?.mask ?? '*'
      return {
        ...{ kind: 'name', start: index, end: index + words.length },
        mask: isOfAnother(text, index, mask) ? '*' : mask,
      }
    })
}
/** Of so many people a call tells, and a file; then the first of them are forgotten. */
export const [MOST_NAMES, MOST_NAMES_OF_FILE] = [24, 100]

/** 李秀英, where 王秀英 is known. */
const isOfAnother = (text: string, start: number, mask: string): boolean =>
  mask.length > 1 &&
  /\p{Script=Han}/u.test(mask) &&
  !text.startsWith(mask.slice(0, -1), start) &&
  IS_FAMILY.test(text.charAt(start - 1))
const IS_FAMILY = new RegExp(`^${SURNAMES.plain}$`, 'u')

/** A text that was masked, without the names that its call told before. */
export const maskKnown = (text: string, names: readonly string[]): string =>
  names.length === 0 ? text : maskerOfKnown(names)(text)

/** The same, for many texts. */
export function maskerOfKnown(names: readonly string[]): (text: string) => string {
  const find = finderOf(names)
  return (text) =>
    find(text).reduceRight((told, { start, end, mask }) => told.slice(0, start) + mask + told.slice(end), text)
}

/** A name that is being typed is hidden from its second sign on, or its third letter. */
const [FEWEST_SIGNS, FEWEST_OF_WORD, LONGEST_BEGUN] = [2, 3, 40]

/** The same of a draft: a star for each sign, so that the caret stays, and what stands at the caret of a name that has begun. */
export function starKnown(text: string, names: readonly string[], caret: number): string {
  if (names.length === 0) return text
  const units = text.split('')
  const star = (start: number, end: number) => units.fill('*', start, end)
  for (const { start, end, mask } of knownIn(text, names))
    star(text.startsWith(mask.slice(0, -1), start) ? start + mask.length - 1 : start, end)
  for (const name of names) {
    const isChinese = IS_CHINESE.test(name)
    const fewest = isChinese ? FEWEST_SIGNS : FEWEST_OF_WORD
    const begun = (/[\p{L}]+$/u.exec(text.slice(0, caret))?.[0] ?? '').slice(-LONGEST_BEGUN)
    for (const word of isChinese ? [name] : name.split(/[\s/-]+/u).flatMap((each) => [each, capital(each)]))
      for (let length = word.length - 1; length >= fewest; length--)
        if (isChinese ? begun.endsWith(word.slice(0, length)) : begun === word.slice(0, length))
          star(caret - length + 1, caret)
  }
  return units.join('')
}

/** Without the names that are called so: somebody said that it is none. */
export const withoutName = (names: readonly string[], words: string): string[] =>
  names.filter((name) => !name.includes(words) && knownIn(words, [name]).length === 0)
