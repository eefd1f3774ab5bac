import { placeOfDate } from '../wall-clock.ts'

/** The same id as if it had been made at the first moment of a day: of what is listed where the minute would point to a call. */
export function idOfDay(id: string, date: string): string {
  const ms = placeOfDate(date).toString(16).padStart(12, '0')
  return `${ms.slice(0, 8)}-${ms.slice(8)}${id.slice(13)}`
}
