import { joinedWith, maskDraftBehind } from '../masking/across-lines.ts'
import { foldSigns } from '../masking/folding.ts'
import { starKnown } from '../masking/known-names.ts'
import { maskByRules, withMasks } from '../masking/mask-by-rules.ts'
import { BEGUN_DIGIT_WORD, retell } from '../masking/retelling.ts'
import { starLast } from '../masking/star-last.ts'
import { starTagged } from '../masking/tagger/find-tagged.ts'
import { joinTurns } from '../masking/turns.ts'
import { addressBeingTyped } from './address-being-typed.ts'
import { type DigitRun, digitRuns, plainDigits, runUpTo } from './digit-runs.ts'
import { hiddenAsMoney, hiddenInSentence, hiddenWhileTyped } from './number-being-typed.ts'
import { numberPutRight, numberReadOut } from './number-put-right.ts'
import { wordsBeingTyped } from './words-being-typed.ts'

export interface DraftOnDisk {
  readonly text: string
  readonly caret: number
  /** Something stands in the box that may not stand on the disk. */
  readonly isVeiled: boolean
}

/**
 * A draft as it may be stored. It is stored while a number is still being typed, when ten digits of a phone are no phone yet and the
 * mask leaves them; together with the four that the masked note shows they would be the whole number. So of what stands at the caret or
 * ends the text, and may become a number, no more is stored than any mask would show; stars stand for the rest, as many as there were
 * characters, so that the caret stays. What is finished is for the mask to judge.
 */
export function draftOnDisk(typed: string, caret: number): DraftOnDisk {
  const hidden = hide(typed, caret)
  const text = starTagged(typed, hidden)
  const draft = text === typed ? draftByRules(typed, hidden, caret) : draftByRules(text, hide(text, caret), caret)
  // Last, as in a note: stars in what is being typed would keep the rules from knowing it.
  const stored = starLast(draft.text)
  return { ...draft, text: stored, isVeiled: draft.isVeiled || text !== typed || stored !== draft.text }
}

function draftByRules(text: string, hidden: string, caret: number): DraftOnDisk {
  const starred = maskByRules(hidden, caret)
  // Most drafts hold no number: the mask has just looked through this very text, and need not again.
  if (starred.text === text) return { text, caret: starred.caret, isVeiled: false }
  const stored = veil(text, hidden, caret)
  return { text: stored.text, caret: stored.caret, isVeiled: stored.text !== text }
}

/** The same of a draft whose first words may go on with a number that the note before it ended with. */
export function draftBehind(before: string, text: string, caret: number): DraftOnDisk {
  const joined = joinedWith(before, text)
  if (joined === null) return draftOnDisk(text, caret)
  const { front, from } = joined
  const inTold = front.length + Math.max(0, caret - from)
  const typed = text.slice(0, from) + hide(front + text.slice(from), inTold).slice(front.length)
  const whole = maskDraftBehind(before, text)
  // Both leave as many signs as there were: the caret stays.
  const units = text
    .split('')
    .map((unit, place) => (typed.charAt(place) === '*' || whole.charAt(place) !== unit ? '*' : unit))
  const starred = units.join('')
  const draft = draftOnDisk(starred, caret)
  return { ...draft, isVeiled: draft.isVeiled || starred !== text }
}

/** The same without the names that its call told before. What the rules hide is hidden first: stars in a street or a password would keep them from knowing it. */
export function draftWithout(names: readonly string[], { text, caret, isVeiled }: DraftOnDisk): DraftOnDisk {
  const starred = starKnown(text, names, caret)
  return { text: starred, caret, isVeiled: isVeiled || starred !== text }
}

/**
 * Stars at a caret amid a number that is whole keep the mask from knowing it: where they show more of it than its mask does, the mask comes
 * first. Each number is judged by itself, for what one shows less says nothing of another.
 */
function veil(text: string, hidden: string, caret: number): { text: string; caret: number } {
  // A whole address always: its domain may be a number, and masked first would be none.
  const told = maskByRules(text).spans.filter(
    (span) => span.kind === 'email' || digitsIn(hidden.slice(span.start, span.end)) > digitsIn(span.mask),
  )
  const masked = withMasks(hidden, caret, told)
  return maskByRules(masked.text, masked.caret)
}

/** However they are told: l38 has three. */
function digitsIn(text: string): number {
  const plain = plainDigits(text)
  return (retell(plain)?.text ?? plain).match(/[0-9]/g)?.length ?? 0
}

function hide(text: string, caret: number): string {
  const plain = plainDigits(text)
  const units = text.split('')
  const star = (start: number, end: number, isHidden: (unit: string, place: number) => boolean) => {
    for (let place = start; place < end || (place === end && isSecondUnit(text, place)); place++)
      if (isHidden(plain.charAt(place), place)) units[place] = '*'
  }
  // The second unit of a digit outside the basic plane stands as a mark without width in `plain`.
  const starDigits = (run: DigitRun, from: number | null) => {
    if (from !== null) star(from, run.end, (unit, place) => /[0-9]/.test(unit) || isSecondUnit(text, place))
  }
  for (const run of digitRuns(plain)) {
    const isTyped = isBeingTyped(run, text, caret)
    starDigits(run, isTyped ? hiddenWhileTyped(text, run) : hiddenInSentence(text, run))
    // Typed in front of figures that stood there already: those are none of it.
    const typed = runUpTo(plain, run, caret)
    if (typed !== null) starDigits(typed, hiddenWhileTyped(text, typed))
    starDigits(run, hiddenAsMoney(text, run, caret))
  }
  for (const run of digitRuns(plain, 'by_any_word'))
    if (isBeingTyped(run, text, caret)) starDigits(run, hiddenWhileTyped(text, run))
  const words = text.trimEnd().length
  const stored = units.join('')
  for (const place of new Set([caret, words])) {
    const address = addressBeingTyped(text, place, stored)
    if (address !== null) star(address.start, address.end, () => true)
    for (const { start, end } of wordsBeingTyped(text, plain, place)) star(start, end, isWritten)
    for (const told of hiddenOfTold(plain.slice(0, place))) star(told, place, isWritten)
    const upTo = plain.slice(0, place)
    for (const from of [numberPutRight(upTo), numberReadOut(upTo, (start) => text.slice(start, place))])
      if (from !== null) star(from, place, (unit, at) => /[0-9]/.test(unit) || isSecondUnit(text, at))
  }
  for (const place of hiddenOverTurns(text.slice(0, caret))) if (/\S/.test(units[place] ?? '')) units[place] = '*'
  return units.join('')
}

/** What is hidden of a number that is told over several turns of a talk, while the last of them is being typed. */
const hiddenOverTurns = (text: string): number[] =>
  joinTurns(foldSigns(text), true).flatMap(({ start, told }) => {
    // What others were told before is finished: that is for the mask to judge.
    if (start + told.inTold(told.text.length, true) < text.length) return []
    const hidden = hide(told.text, told.text.length)
    return Array.from({ length: told.text.length }, (_, place) => place).flatMap((place) =>
      hidden.charAt(place) === told.text.charAt(place) ? [] : [start + told.inTold(place, false)],
    )
  })

const isWritten = (unit: string): boolean => /[^\s\p{P}]/u.test(unit)

/** From where on what is told in words is hidden while it is being told, its last word whole or begun. */
const hiddenOfTold = (plain: string): number[] =>
  [...new Set([plain, plain.replace(BEGUN_DIGIT_WORD, '')])].flatMap((heard) => {
    const told = retell(heard)
    if (told === null) return []
    const words = wordsBeingTyped(told.text, told.text, told.text.length).map(({ start }) => start)
    const run = digitRuns(told.text).at(-1)
    const from = run?.reach === told.text.length ? hiddenWhileTyped(told.text, run) : null
    const putRight = numberPutRight(told.text)
    const readOut = numberReadOut(told.text, (start) => heard.slice(told.inTold(start, false)))
    return [...words, from, putRight, readOut].flatMap((start) => (start === null ? [] : [told.inTold(start, false)]))
  })

/** At the caret, or with nothing but separators between it and the end. */
const isBeingTyped = (run: DigitRun, text: string, caret: number): boolean =>
  (caret >= run.start && caret <= run.reach) || run.reach === text.length

const isSecondUnit = (text: string, place: number): boolean => /^[\udc00-\udfff]/.test(text.slice(place, place + 1))
