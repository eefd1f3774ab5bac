import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { BETWEEN, partsOf } from '../../../../shared/domain/life-channel/both-written.ts'
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
    // Somebody wrote it there already.
    const isWritten = details[field].includes(value)
    if (!isWritten) put(card, field, value)
    // Last: what is met and stands nowhere was taken out.
    changeCard(caseId, {
      metInWords: [...metInWords, value],
      ...(isWritten ? {} : { passedOn: [...passedOn, value] }),
    })
  }
}

function put({ caseId, details, passedOn }: LifeCard, field: 'callback' | 'address', value: string): void {
  const parts = partsOf(details[field])
  const begun = parts.findIndex((part) => passedOn.includes(part) && value.startsWith(part))
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
  if (card !== undefined) changeCard(caseId, { metInWords: card.metInWords.filter((value) => !isMistyped(value)) })
  takeOut(caseId, isMistyped)
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
