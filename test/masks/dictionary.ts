import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KNOWN_WORDS } from '../../shared/domain/listening/masking/name-by-shape.ts'
import { EVERYDAY_WORD, NOBODY } from '../../shared/domain/listening/masking/name-by-signs.ts'
import { NO_NAME_IN_FIELD } from '../../shared/domain/listening/masking/name-field.ts'
import { BEGINS_WORD, WORDS } from '../../shared/domain/listening/masking/name-forms.ts'
import { COMPOUND, FIRST_SIGNS, NO_FAMILY } from '../../shared/domain/listening/masking/surnames.ts'
import { wordsOfPattern } from './words-of-pattern.ts'

/** Rarer words matter only where they begin as a name does. */
const RARE = 3
const LONGEST = 5
/** Brands, shops, goods, and whoever is known from books and screens: what a dictionary has not, and calls have. */
const KNOWN = join(import.meta.dirname, 'known-words.txt')
export const HAN = /^[\u4e00-\u9fff]+$/
/** What the dictionary holds for somebody's name, and for one of far away: of the first those that are met oftener are everybody's, or words as well. */
const [PERSON, FROM_ABROAD] = [new Set(['nr', 'nrfg']), 'nrt']
const EVERYBODYS = 20
export const FAMILIES = new Set([...FIRST_SIGNS.any, ...COMPOUND.split('|')])
const TITLES =
  '师傅 阿姨 小姐 先生 女士 太太 夫人 大爷 大妈 大叔 大姐 大哥 大嫂 大娘 大伯 伯伯 叔叔 婶婶 奶奶 爷爷 老师 经理 主任 主管 店长 队长 老板 律师 警官 教授 总 姐 哥 叔 姨 嫂 工 医生 大夫 护士 家 某 某某 记 氏'.split(
    ' ',
  )
const [OFTEN_TITLED, OFTEN_KNOWN] = [60, 3000]

export interface Dictionary {
  readonly words: Map<string, number>
  readonly persons: readonly string[]
  readonly total: number
}

/** A word is met so often, or oftener. */
export const addWord = ({ words }: Dictionary, word: string, often: number): void => {
  words.set(word, Math.max(words.get(word) ?? 0, often))
}

/** Of jieba's dictionary: a word, how often, and what it is, in a line each; with families that are titled, and with what the rules know to be none. */
export function readDictionary(path: string): Dictionary {
  const dictionary = { words: new Map<string, number>(), persons: [] as string[], total: 0 }
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [word = '', often = '0', kind = ''] = line.trim().split(' ')
    dictionary.total += Number(often)
    if (!HAN.test(word)) continue
    if (PERSON.has(kind) && word.length > 1) {
      dictionary.persons.push(word)
      if (Number(often) <= EVERYBODYS || familyOf(word) === null) continue
    }
    const begins = word.length === 1 || FAMILIES.has(word.charAt(0)) || kind === FROM_ABROAD
    if (word.length <= LONGEST && (begins || Number(often) > RARE)) dictionary.words.set(word, Number(often))
  }
  for (const family of FAMILIES) for (const title of TITLES) addWord(dictionary, family + title, OFTEN_TITLED)
  for (const pattern of [...KNOWN_WORDS, NOBODY, EVERYDAY_WORD, WORDS, BEGINS_WORD, NO_NAME_IN_FIELD, NO_FAMILY])
    for (const word of wordsOfPattern(pattern)) addWord(dictionary, word, OFTEN_KNOWN)
  for (const word of readFileSync(KNOWN, 'utf8').split(/\s+/))
    if (HAN.test(word)) addWord(dictionary, word, OFTEN_KNOWN)
  return dictionary
}

/** The family of a name of such a one, or null. */
export function familyOf(name: string): string | null {
  if (name.length > 2 && FAMILIES.has(name.slice(0, 2))) return name.slice(0, 2)
  return FAMILIES.has(name.charAt(0)) ? name.charAt(0) : null
}
