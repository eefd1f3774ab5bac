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
/** A Latin name that nobody has here goes on over words with a capital, … */
const CAPITAL = /^\p{Lu}[\p{Ll}'’-]+$/u
/** … but for those that begin a day. */
const OF_A_DAY =
  /^(?:(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun|to)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|tomorrow|tonight|by|before|until|within|next|this|end)$/i
const MOST_WORDS_OF_NAME = 3

/** What of words behind an @ is the name of somebody who is not known. */
function unknownName(rest: string): string {
  const end = rest.search(NAME_END)
  if (end === -1) return rest
  const words = [rest.slice(0, end)]
  const isOfName = (word: string) => CAPITAL.test(word) && !OF_A_DAY.test(word)
  if (isOfName(words[0] ?? ''))
    for (const word of rest.slice(end).split(' ').slice(1, MOST_WORDS_OF_NAME)) {
      const [, plain = '', behind = ''] = /^([^,，。;；:：]*)(.*)$/su.exec(word) ?? []
      if (!isOfName(plain)) break
      words.push(plain)
      if (behind !== '') break
    }
  return words.join(' ')
}

/** Where the first @ stands that names somebody; one inside an address does not. */
function nameAt(text: string, names: readonly string[]): NamePlace | null {
  for (const { index } of text.matchAll(/[@＠]/gu)) {
    if (/[a-z0-9._-]/i.test(text[index - 1] ?? '')) continue
    const rest = text.slice(index + 1)
    const known = names.filter((name) => rest.startsWith(name)).sort((one, other) => other.length - one.length)[0]
    const typed = (known ?? unknownName(rest)).slice(0, LONGEST_NAME)
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
 * left is what. `names`: whom one may mean; a name among them is taken whole, others up to the next blank, Latin ones with
 * the words behind them that have a capital, too.
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
