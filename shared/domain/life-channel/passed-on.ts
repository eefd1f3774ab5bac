import type { CallerDetails } from '../../contract/life-channel/case-acts.ts'
import { BETWEEN, partsOf, withBoth } from './both-written.ts'

/** What a person wrote of it, also around what was put there out of the words of the call. */
export function writtenByHand({ passedOn = [], callback, address, remark }: CallerDetails): CallerDetails {
  // One may be the beginning of another.
  const longestFirst = [...passedOn].sort((one, other) => other.length - one.length)
  const without = (part: string) => longestFirst.reduce((left, value) => left.replaceAll(value, ''), part).trim()
  const written = (told: string) =>
    partsOf(told)
      .map(without)
      .filter((part) => part !== '')
      .join(BETWEEN)
  return { callback: written(callback), address: written(address), remark: written(remark) }
}

export const saysNothing = ({ callback, address, remark }: CallerDetails): boolean =>
  callback === '' && address === '' && remark === ''

/**
 * Of a field that is not in it nothing was said. `seen`: what stood in the fields that were changed, as far as whoever changed them saw it; of the others it tells how they
 * stood there, and changes nothing. Left out by whoever does not say so, and then each field that is there was changed.
 */
export type Changes = { readonly [F in keyof CallerDetails]?: CallerDetails[F] | undefined } & {
  readonly seen?: Seen | undefined
}
type Field = 'callback' | 'address' | 'remark'
export type Seen = { readonly [F in Field]?: string | undefined }

/** With what one window changed of it. Of what stands nowhere any more not even the mark is kept. */
export function withChanges(before: CallerDetails | null, change: Changes): CallerDetails {
  const now = (field: Field) => {
    const [stood, told] = [before?.[field] ?? '', change[field]]
    if (change.seen === undefined) return told ?? stood
    const saw = change.seen[field]
    return saw === undefined || told === undefined ? stood : withBoth(stood, saw, told)
  }
  const details = { callback: now('callback'), address: now('address'), remark: now('remark') }
  const told = Object.values(details)
  const marks = new Set([...(before?.passedOn ?? []), ...(change.passedOn ?? [])])
  const passedOn = [...marks].filter((value) => told.some((each) => each.includes(value)))
  return passedOn.length === 0 ? details : { ...details, passedOn }
}

/**
 * What the crisis team has of a caller: each change laid over those before it, in order; null: nothing was written. Two windows and two desks may write of one caller: what the
 * one has not touched is not blank, and where both wrote both texts stand.
 */
export const detailsAfter = (changes: readonly Changes[]): CallerDetails | null =>
  changes.reduce<CallerDetails | null>((before, change) => withChanges(before, change), null)
