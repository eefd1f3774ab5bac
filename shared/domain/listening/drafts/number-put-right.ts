import { findCorrected } from '../masking/dictated.ts'
import { digitSegments } from '../masking/digit-segments.ts'
import { BEGUN_ID_IN_TALK } from '../masking/id-in-talk.ts'
import { NUMERAL } from '../masking/read-out.ts'

const SHOWN = 3
/** In front of the caret no more is looked at: longer than any number and what is said amid it. */
const FARTHEST = 200
/** Four digits and more at the end. */
const READ_OUT = /(?<![a-z])\d(?:[\s,，、-]{0,2}\d){3,23}[\s,，、-]{0,2}$/iu
/** «, 是» may go on with what it should have been. */
const MAY_GO_ON = /^[^\d]{0,4}$/u

/**
 * From where on the digits are hidden of a number that is put right while it is read, 一三五，八八二七，不对，八八七二, or talked about; null without
 * one at the end of `plain`. What its mask shows as the last four may be amid it a moment later: draft and note together would be the whole.
 */
export function numberPutRight(plain: string): number | null {
  const from = Math.max(0, plain.length - FARTHEST)
  const near = plain.slice(from)
  const found = findCorrected(near, digitSegments(near)).at(-1)
  if (found !== undefined && MAY_GO_ON.test(near.slice(found.end))) return from + behindShown(near, found.start)
  const talked = BEGUN_ID_IN_TALK.exec(near)
  return talked === null ? null : from + behindShown(near, talked.index)
}

function behindShown(plain: string, start: number): number {
  let place = start
  for (let count = 0; count < SHOWN; place++) if (/\d/.test(plain.charAt(place))) count++
  return place
}

/**
 * The same of a number that is read out digit by digit, for of eight the mask shows the last four. `wordsFrom`: the words that what stands in
 * `plain` from a place on is told in; a digit that is written is none.
 */
export function numberReadOut(plain: string, wordsFrom: (place: number) => string): number | null {
  const from = Math.max(0, plain.length - FARTHEST)
  const found = READ_OUT.exec(plain.slice(from))
  if (found === null) return null
  const start = from + found.index
  const words = wordsFrom(start)
  return /\d/.test(words) || NUMERAL.test(words) ? null : behindShown(plain, start)
}
