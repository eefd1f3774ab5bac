import { findCorrected } from '../masking/dictated.ts'
import { digitSegments } from '../masking/digit-segments.ts'
import { BEGUN_ID_IN_TALK } from '../masking/id-in-talk.ts'

const SHOWN = 3
/** «, 是» may go on with what it should have been. */
const MAY_GO_ON = /^[^\d]{0,4}$/u

/**
 * From where on the digits are hidden of a number that is put right while it is read, 一三五，八八二七，不对，八八七二, or talked about; null without
 * one at the end of `plain`. What its mask shows as the last four may be amid it a moment later: draft and note together would be the whole.
 */
export function numberPutRight(plain: string): number | null {
  const found = findCorrected(plain, digitSegments(plain)).at(-1)
  if (found !== undefined && MAY_GO_ON.test(plain.slice(found.end))) return behindShown(plain, found.start)
  const talked = BEGUN_ID_IN_TALK.exec(plain)
  return talked === null ? null : behindShown(plain, talked.index)
}

function behindShown(plain: string, start: number): number {
  let place = start
  for (let count = 0; count < SHOWN; place++) if (/\d/.test(plain.charAt(place))) count++
  return place
}
