import { isFamilyName } from './family-names.ts'
import { isSurelyGiven } from './given-names.ts'
import { isNoNameWord, isOfBrand } from './latin-words.ts'
import type { ManyNames } from './many-names.ts'
import { matchesIn, type Span } from './span.ts'

/** Names as they are typed in haste and as a machine writes down what it hears: ewan mackie here, put it under siobhan doherty, hi its marge again. */
const WORD = /[a-z]{3,14}/g
/** No part of a longer word, an address or a mask. */
const [GOES_BEFORE, GOES_ON] = [/[\p{L}\d@._*'’-]$/u, /^[\p{L}\d@_*]/u]
const NEXT_WORD = /^ (\p{Ll}[\p{Ll}'’-]{2,16})(?![\p{L}\d@_*])/u
/** Who is spoken of, in front. */
const OF_SOMEBODY =
  /(?<![a-z])(?:hello|hi|hey|hiya|this is|its|it['’]s|it is|i['’]?m|i am|my name['’]?s|name is|name['’]s|call me|for|under|with|to|from|by|of|and|or|than|ask(?:ed)? for|holder['’]?s|holder is|husband|wife|partner|son|daughter|mum|mom|dad|mother|father|brother|sister|nan|gran|aunt|uncle|boss|carer|neighbou?r|friend|mate|that|yeah|yes|ok|okay|afternoon|morning|evening),? $/iu
const SPEAKS = /^,? (?:here|speaking|calling|again|on the (?:line|phone))(?![a-z])/iu
const ENDS = /^(?:$|[\n,.!?;:)]|['’]s? )/u
/** Only whoever speaks says so of themselves. */
const OF_ONESELF =
  /(?<![a-z])(?:this is|its|it['’]s|i['’]?m|i am|my name['’]?s|name is|call me|ask(?:ed)? for|under|hello|hi|hey)(?: me)?,? $/iu
/** What is said behind a name that is given, and is no family. */
const NO_FAMILY =
  /^(?:and|the|for|with|from|about|here|again|that|this|has|had|was|were|will|would|could|can|said|says|told|called|rang|calling|speaking|please|because|but|when|who|what|not|just|only|who['’]s|she|her|his|him|they|you|your|our|lives?|wants?|needs?|asked|asks|came|went|got|gets|been|does|did|don['’]t|didn['’]t|isn['’]t|wasn['’]t|won['’]t|can['’]t|left|took|gave|sent|paid|over|out|down|back|there|then|now|today|tomorrow|yesterday|tonight|next|last|upstairs|downstairs|is|are|on|in|at|as|so|if)$/iu
const [FARTHEST, NEXT] = [24, 40]

export function smallNames(text: string, many?: ManyNames): Span[] {
  const spans: Span[] = []
  for (const { 0: first, index } of matchesIn(text, WORD)) {
    if (!isSurelyGiven(first, many)) continue
    if (
      GOES_BEFORE.test(text.slice(Math.max(0, index - 2), index)) ||
      GOES_ON.test(text.slice(index + first.length, index + first.length + 2))
    )
      continue
    const front = text.slice(Math.max(0, index - FARTHEST), index)
    const behind = text.slice(index + first.length, index + first.length + NEXT)
    const family = NEXT_WORD.exec(behind)?.[1] ?? ''
    const isFamily =
      family !== '' && (isFamilyName(family, many) || mayBeFamily(family, front, behind.slice(family.length + 1)))
    if (isFamily && isOfBrand(`${first} ${family}`)) continue
    if (!isFamily && !(OF_ONESELF.test(front) && (SPEAKS.test(behind) || ENDS.test(behind)))) continue
    const name = isFamily ? `${first} ${family.replace(/['’]s?$/u, '')}` : first
    spans.push({ kind: 'name', start: index, end: index + name.length, mask: `${first.charAt(0)}*`, isByShape: true })
  }
  return spans
}

const mayBeFamily = (word: string, front: string, behind: string): boolean =>
  !NO_FAMILY.test(word) && !isNoNameWord(word) && OF_SOMEBODY.test(front) && (SPEAKS.test(behind) || ENDS.test(behind))
