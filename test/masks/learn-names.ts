import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OF_GIVEN_NAMES } from '../../shared/domain/listening/masking/signs-of-names.ts'
import { SURNAMES } from '../../shared/domain/listening/masking/surnames.ts'
import { cutRun, namesCut } from '../../shared/domain/listening/masking/words/cutting.ts'
import {
  type NameModel,
  nameModelOf,
  type WrittenNameModel,
} from '../../shared/domain/listening/masking/words/name-model.ts'
import { NO_WORD, sideAt } from '../../shared/domain/listening/masking/words/side-odds.ts'
import { wordTableOf } from '../../shared/domain/listening/masking/words/word-table.ts'
import { ordinaryTalk } from '../builders/heard-lines.ts'
import { ordinaryCalls } from '../builders/masking-corpus.ts'
import { ordinaryLines } from '../builders/ordinary-lines.ts'
import { readLines } from '../ear/lines.ts'
import { addWord, type Dictionary, FAMILIES, familyOf, HAN, readDictionary } from './dictionary.ts'
import { type MarkedLine, writers } from './lines.ts'

const root = join(import.meta.dirname, '..', '..')
const file = join(root, 'resources', 'masking', 'chinese-words.json')
const ear = join(root, 'test', 'ear', 'lines')
const TABLE_BITS = 18

type Counts = Map<string, number>
const count = (counts: Counts, key: string, by = 1): void => {
  counts.set(key, (counts.get(key) ?? 0) + by)
}
const sum = (counts: Counts): number => [...counts.values()].reduce((all, one) => all + one, 0)
const rounded = (value: number): number => Math.round(value * 100) / 100
const inOrder = (entries: Iterable<[string, number]>): Record<string, number> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)))

/** Signs that the rules know from names count as if so many were called so. */
const [KNOWN_OF_TWO, KNOWN_ALONE] = [20, 2]
/** As many signs as a given name may have. */
const SIGNS = 4000
const UNSEEN = 0.3
/** Three in four given names have two signs; of one sign alone many more words are made. */
const [OF_TWO, OF_ONE] = [Math.log(0.75), Math.log(0.25) - 1]
/** Words of a sentence, in Mandarin and in Cantonese: given to nobody. */
const NEVER =
  '的了是在我你您他她它们没要和跟与也都还就这那哪啥么吗呢吧啊呀嘛哈哦呗被把给对到去从又再才只很太更会能着过让请买卖退发寄送拿用错谁几个件号姓已某喺咗佢咁嘅唔啲咩冇嘢乜嗰啦喇㗎咪系仔俾畀解噉'
const IMPOSSIBLE = -40

/** How often each sign is the first, the second and the only one of a given name. */
function givenOf(names: readonly string[]) {
  const [first, second, alone, families]: readonly [Counts, Counts, Counts, Counts] = [
    new Map(),
    new Map(),
    new Map(),
    new Map(),
  ]
  for (const name of names) {
    const family = familyOf(name)
    const given = name.slice(family?.length ?? 0)
    if (family === null || given.length < 1 || given.length > 2) continue
    count(families, family)
    if (given.length === 1) count(alone, given)
    else {
      count(first, given.charAt(0))
      count(second, given.charAt(1))
    }
  }
  for (const sign of OF_GIVEN_NAMES) {
    count(first, sign, KNOWN_OF_TWO)
    count(second, sign, KNOWN_OF_TWO)
    count(alone, sign, KNOWN_ALONE)
  }
  return { first, second, alone, families }
}

interface Sides {
  readonly before: Readonly<Record<string, number>>
  readonly behind: Readonly<Record<string, number>>
}

/** All that is known, as it is written. */
function written(
  dictionary: Dictionary,
  named: readonly string[],
  sides: Sides = { before: {}, behind: {} },
): WrittenNameModel {
  const { first, second, alone, families } = givenOf([...dictionary.persons, ...named])
  const [firsts, seconds, alones, people] = [sum(first), sum(second), sum(alone), sum(families)]
  const share = (counts: Counts, sign: string, all: number): number =>
    Math.log(((counts.get(sign) ?? 0) + UNSEEN) / (all + UNSEEN * SIGNS))
  const signs = [...new Set([...first.keys(), ...second.keys(), ...alone.keys(), ...NEVER])].sort()
  const worth = (of: (sign: string) => number): number[] =>
    signs.map((sign) => (NEVER.includes(sign) ? IMPOSSIBLE : rounded(of(sign))))
  return {
    version: `${dictionary.words.size}-${named.length}`,
    total: rounded(Math.log(sum(dictionary.words))),
    words: Buffer.from(wordTableOf(dictionary.words, TABLE_BITS).slots.buffer).toString('base64'),
    families: inOrder(
      [...FAMILIES].map((family) => [
        family,
        rounded(
          Math.log(((families.get(family) ?? 0) + 3) / (people + 3 * FAMILIES.size)) -
            (BEGINS_NOTHING_ELSE.test(family) ? 0 : OF_WORDS),
        ),
      ]),
    ),
    given: {
      signs: signs.join(''),
      first: worth((sign) => OF_TWO + share(first, sign, firsts)),
      second: worth((sign) => share(second, sign, seconds)),
      // Too few are called by one sign for it alone to say: what stands second counts as much.
      alone: worth((sign) => OF_ONE + (share(alone, sign, alones) + share(second, sign, seconds)) / 2),
      unusual: rounded(Math.log(UNSEEN / (seconds + UNSEEN * SIGNS))),
    },
    ...sides,
  }
}

/** Of families that begin words as well fewer are named than bear them. */
const OF_WORDS = 1.5
const BEGINS_NOTHING_ELSE = new RegExp(`^${SURNAMES.plain}$`, 'u')

/** Stands for a name while words are counted: a sign that no text has. */
const NAME = '\u0001'
const isNamed = (text: string): boolean => text.length <= 4 && HAN.test(text) && familyOf(text) !== null

/** The words of a text, and what stands between them where that is no word, with both of its ends. */
function wordsOf(text: string, model: NameModel): string[] {
  const words: string[] = [NO_WORD.end]
  for (let place = 0; place < text.length; ) {
    let end = place
    while (end < text.length && HAN.test(text.charAt(end))) end++
    if (end === place) {
      const side = text.charAt(place) === NAME ? NAME : sideAt(text, place)
      if (side === NAME || words.at(-1) !== side) words.push(side)
      place++
      continue
    }
    const pieces = cutRun(text, place, end, model, Number.NEGATIVE_INFINITY)
    words.push(...pieces.map((piece) => text.slice(piece.start, piece.end)))
    place = end
  }
  return [...words, NO_WORD.end]
}

function withoutNames({ text, secrets }: MarkedLine): string {
  let [marked, from] = ['', 0]
  for (const { start, end, tag } of secrets)
    if (tag === 'name' && isNamed(text.slice(start, end))) {
      marked += `${text.slice(from, start)}${NAME}`
      from = end
    }
  return marked + text.slice(from)
}

/** A word that was met beside so few names says little yet. */
const SPARSE = 1.5
const SAYS_NOTHING = 0.1

/** How much oftener each word stands beside a name than anywhere. */
function sidesOf(lines: readonly MarkedLine[], model: NameModel): Sides {
  const [anywhere, before, behind]: readonly [Counts, Counts, Counts] = [new Map(), new Map(), new Map()]
  for (const line of lines) {
    const words = wordsOf(withoutNames(line), model)
    for (const [index, word] of words.entries()) {
      if (word === NAME) continue
      count(anywhere, word)
      if (words[index + 1] === NAME) count(before, word)
      if (words[index - 1] === NAME) count(behind, word)
    }
  }
  const all = sum(anywhere)
  const oddsOf = (beside: Counts): Record<string, number> => {
    const names = sum(beside)
    const odds = [...anywhere].map(([word, often]): [string, number] => [
      word,
      rounded(Math.log(((beside.get(word) ?? 0) + SPARSE) / ((often / all) * names + SPARSE))),
    ])
    return inOrder(odds.filter(([, worth]) => Math.abs(worth) >= SAYS_NOTHING))
  }
  return { before: oddsOf(before), behind: oddsOf(behind) }
}

/** What is said in calls counts for half: 来电 is seldom met in books. */
const OF_CALLS = 0.5

/** With how often the words of a dictionary are met in calls. */
function addWordsOfCalls(dictionary: Dictionary, model: NameModel, calls: readonly string[]): void {
  const met: Counts = new Map()
  for (const text of calls) for (const word of wordsOf(text, model)) if (dictionary.words.has(word)) count(met, word)
  const weight = (OF_CALLS * dictionary.total) / sum(met)
  for (const [word, times] of met) count(dictionary.words, word, Math.round(times * weight))
}

/** Looser than a text is cut: whatever looks like a name to it, so often or oftener, where nobody is named, is a word. */
const LOOSE = -4
const OFTEN_AS_MET = 2000

function addWhatLooksLikeNames(
  dictionary: Dictionary,
  model: NameModel,
  ordinary: readonly string[],
  often: number,
): number {
  const met: Counts = new Map()
  for (const text of ordinary)
    for (const name of new Set(namesCut(text, model, LOOSE).map(({ start, end }) => text.slice(start, end))))
      count(met, name)
  const words = [...met].filter(([, times]) => times >= often)
  for (const [word, times] of words) addWord(dictionary, word, OFTEN_AS_MET * times)
  return words.length
}

const marked = (['taught', 'tested', 'hard'] as const).flatMap((kind) => writers(kind)).flatMap(({ lines }) => lines)
const named = marked.flatMap(({ text, secrets }) =>
  secrets
    .filter(({ tag }) => tag === 'name')
    .map(({ start, end }) => text.slice(start, end))
    .filter(isNamed),
)
/** Here people are named now and then. */
const everyday = readdirSync(ear)
  .filter((name) => name.startsWith('taught-'))
  .sort()
  .flatMap((name) => readLines(join(ear, name)).map(({ text }) => text))
const ordinary = [
  ...marked.filter(({ manner }) => manner === 'ordinary').map(({ text }) => text),
  ...ordinaryCalls,
  ...ordinaryTalk,
  ...ordinaryLines,
]
const [dictionaryFile] = process.argv.slice(2)
if (dictionaryFile === undefined) throw new Error('Name the dictionary to learn from: jieba.dict.utf8')
const dictionary = readDictionary(dictionaryFile)
addWordsOfCalls(dictionary, nameModelOf(written(dictionary, named)), [...everyday, ...ordinary])
const sides = sidesOf(marked, nameModelOf(written(dictionary, named)))
const model = nameModelOf(written(dictionary, named, sides))
const added =
  addWhatLooksLikeNames(dictionary, model, everyday, 2) + addWhatLooksLikeNames(dictionary, model, ordinary, 1)
const learned = written(dictionary, named, sides)
writeFileSync(file, `${JSON.stringify(learned)}\n`)
console.log(`${learned.version}: ${dictionary.words.size} words, of which ${added} look like names`)
