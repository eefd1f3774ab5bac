import type { CallerDetails } from '../../contract/life-channel/case-acts.ts'

/** Between what is told one after the other in a field for the crisis team. */
export const BETWEEN = ' / '
export const partsOf = (told: string): string[] => (told === '' ? [] : told.split(BETWEEN))

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
