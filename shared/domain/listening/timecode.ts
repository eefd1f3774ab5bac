/** `02:14` from the start of the call, from one hour on `1:02:14`. Milliseconds are cut, not rounded: a mark must not lie after its second. */
export function timecode(offsetMs: number): string {
  const seconds = Math.max(0, Math.floor(offsetMs / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3_600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours === 0 ? rest : `${hours}:${rest}`
}

/** The seconds of a time as files write it: hours may be missing, a fraction stands after a point or a comma. */
export const secondsOfClock = (hours: string | undefined, minutes = '0', seconds = '0'): number =>
  Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))
