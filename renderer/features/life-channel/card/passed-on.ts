import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { BETWEEN, partsOf } from '../../../../shared/domain/life-channel/both-written.ts'
import { dialled, digitsTold } from '../../../../shared/domain/life-channel/dialled.ts'
import { saysNothing, writtenByHand } from '../../../../shared/domain/life-channel/passed-on.ts'
import { cardOf, changeCard, type LifeCard } from './card-store.ts'
import { changeDetails } from './details.actions.ts'

const beside = (before: string, value: string): string => [...partsOf(before), value].join(BETWEEN)

/** Out of the words of its call, as they were typed: what the masks hide there is what somebody in danger is found by. One that goes on growing stands there once. */
export function passOn(caseId: Id, field: 'callback' | 'address', values: readonly string[]): void {
  for (const value of values) {
    const card = cardOf(caseId)
    if (card === undefined || card.isDrill || card.metInWords.includes(value)) continue
    const { details, passedOn, metInWords } = card
    const shown = field === 'callback' ? dialled(value) : value
    // Somebody wrote it there already.
    const isWritten =
      details[field].includes(shown) || (field === 'callback' && partsOf(details.callback).some(isSameNumber(shown)))
    if (!isWritten) put(card, field, shown)
    // Last: what is met and stands nowhere was taken out.
    changeCard(caseId, {
      metInWords: [...metInWords, value],
      ...(isWritten ? {} : { passedOn: [...passedOn, shown] }),
    })
  }
}

/** As it may stand there: a number as it is dialled. What is known of it goes by the words in which it was told. */
const standsAs = (value: string): string[] => [value, dialled(value)]

/** Whether what was told stands in one of the fields. */
export const isTold = ({ details }: LifeCard, value: string): boolean =>
  Object.values(details).some((told) => standsAs(value).some((each) => told.includes(each)))

/** In whichever way its digits were told. */
const isSameNumber = (value: string) => {
  const digits = digitsTold(value)
  return (part: string) => digits.length >= FEWEST_DIGITS && digitsTold(part) === digits
}
const FEWEST_DIGITS = 7
/** So much of a number that goes on growing tells that it is one. */
const BEGUN_DIGITS = 3

const isBegunBy = (value: string) => (part: string) =>
  value.startsWith(part) || (digitsTold(part).length >= BEGUN_DIGITS && digitsTold(value).startsWith(digitsTold(part)))

function put({ caseId, details, passedOn }: LifeCard, field: 'callback' | 'address', value: string): void {
  const parts = partsOf(details[field])
  const isBegun = field === 'callback' ? isBegunBy(value) : (part: string) => value.startsWith(part)
  const begun = parts.findIndex((part) => passedOn.includes(part) && isBegun(part))
  const told = begun < 0 ? beside(details[field], value) : parts.with(begun, value).join(BETWEEN)
  // Where there is no room for another one it stands in the remark.
  if (told.length <= LONGEST[field]) changeDetails(caseId, { [field]: told })
  else changeDetails(caseId, { remark: beside(details.remark, value) })
}

/** What was put into it out of the words of its call leaves it, and stays out. */
export function takeOutPassedOn(caseId: Id): void {
  takeOut(caseId, () => true)
}

/**
 * What was mistyped leaves it, and is put there again should it be typed again, or be told. It is forgotten first: what is met and stands nowhere would be
 * taken for what somebody took out.
 */
export function takeOutMistyped(caseId: Id, isMistyped: (value: string) => boolean): void {
  const card = cardOf(caseId)
  if (card === undefined) return
  const wrong = new Set(card.metInWords.filter(isMistyped).flatMap(standsAs))
  changeCard(caseId, { metInWords: card.metInWords.filter((value) => !wrong.has(value)) })
  takeOut(caseId, (value) => wrong.has(value))
}

function takeOut(caseId: Id, isToGo: (value: string) => boolean): void {
  const card = cardOf(caseId)
  if (card === undefined || !passedOnIn(card).some(isToGo)) return
  const isLeft = (part: string) => !card.passedOn.includes(part) || !isToGo(part)
  changeCard(caseId, { passedOn: card.passedOn.filter((value) => !isToGo(value)) })
  const left = Object.entries(card.details).map(
    ([field, told]) => [field, partsOf(told).filter(isLeft).join(BETWEEN), told] as const,
  )
  changeDetails(caseId, Object.fromEntries(left.filter(([, now, before]) => now !== before)))
}

/** What still stands there as it was put there. */
export const passedOnIn = ({ details, passedOn }: LifeCard): string[] =>
  Object.values(details)
    .flatMap(partsOf)
    .filter((part) => passedOn.includes(part))

/** Somebody wrote something there themselves. */
export const hasOwnDetails = ({ details, passedOn }: LifeCard): boolean =>
  !saysNothing(writtenByHand({ ...details, passedOn }))
