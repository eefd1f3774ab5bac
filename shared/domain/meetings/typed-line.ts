import { isNameOfChina } from '../listening/masking/likely-name.ts'
import { agreedDayIn, type DayFacts } from './agreed-day.ts'
import type { SaidLine } from './said-line.ts'

/** Where a name is being written: `from` is its @, `to` the end of what stands of it. */
export interface NamePlace {
  readonly from: number
  readonly to: number
  readonly typed: string
}

const NAME_END = /[\s@＠，,。；;：:]/u
const LONGEST_NAME = 60
/** «Ann» is no beginning of «Anna». */
const goesOn = (name: string, behind: string): boolean =>
  /\p{Script=Latin}$/u.test(name) && /^\p{Script=Latin}/u.test(behind)

/** However its letters are written. */
const beginsWith = (text: string, name: string): boolean =>
  text.slice(0, name.length).toLowerCase() === name.toLowerCase()

/** What is done to something like this is a task. */
const IS_OBJECT =
  /^(?:the|an?|this|that|these|those|them|him|her|it|us|me|my|our|your|his|its|their|all|each|every|both|no|some|any|to|for|with|by|up|out|off|back|in|into|on|at|about|\d.*|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/iu

/** Of whom nobody here knows: one word, or two that are made as names of China are in Latin letters. */
function unknownName(text: string): string {
  const [, family = '', given = '', next = ''] = /^(\p{Lu}\p{L}*) (\p{Lu}\p{L}*)(?![\p{L}-])\s*(\S*)/u.exec(text) ?? []
  if (isNameOfChina(family, given) && !IS_OBJECT.test(next)) return `${family} ${given}`
  const end = text.search(NAME_END)
  return (end === -1 ? text : text.slice(0, end)).slice(0, LONGEST_NAME)
}

/** Where the first @ stands that names somebody; one inside an address does not. */
function nameAt(text: string, names: readonly string[]): NamePlace | null {
  for (const { index } of text.matchAll(/[@＠]/gu)) {
    if (/[a-z0-9._-]/i.test(text[index - 1] ?? '')) continue
    const rest = text.slice(index + 1)
    const [known] = names
      .filter((name) => beginsWith(rest, name) && !goesOn(name, rest.slice(name.length)))
      .sort((one, other) => other.length - one.length)
    const typed = known ?? unknownName(rest)
    if (typed !== '') return { from: index, to: index + 1 + typed.length, typed }
  }
  return null
}

/** The name that is being written at the caret; null where none is. */
export function nameBeingTyped(text: string, caret: number): NamePlace | null {
  const from = Math.max(text.lastIndexOf('@', caret - 1), text.lastIndexOf('＠', caret - 1))
  if (from === -1 || caret === 0 || /[a-z0-9._-]/i.test(text[from - 1] ?? '')) return null
  const typed = text.slice(from + 1, caret)
  return NAME_END.test(typed) || typed.length > LONGEST_NAME ? null : { from, to: caret, typed }
}

/**
 * Who, what and by when of one line as it is typed: `@` names who, a day says by when (unless it is `plainly` meant as it stands), and what is
 * left is what. `names`: whom one may mean; a name among them is taken whole, others up to the next blank. A second name of somebody unknown
 * is not to be told from a task, which begins with a capital in English, but for those of China.
 */
export function saidLine(
  typed: string,
  names: readonly string[],
  facts: DayFacts & { readonly plainly?: boolean },
): SaidLine {
  const who = nameAt(typed, names)
  const rest = who === null ? typed : cut(typed, who.from, who.to)
  const day = facts.plainly === true ? null : agreedDayIn(tidy(rest), facts)
  const text = tidy(rest)
  return {
    ownerName: who?.typed ?? null,
    text: day === null ? text : tidy(cut(text, day.from, day.to)),
    dueOn: day?.date ?? null,
  }
}

const cut = (text: string, from: number, to: number): string => `${text.slice(0, from)} ${text.slice(to)}`

const tidy = (text: string): string =>
  text.replace(/[^\S\n]+/gu, ' ').replace(/^[\s，,、；;：:-]+|[\s，,、；;：:-]+$/gu, '')
