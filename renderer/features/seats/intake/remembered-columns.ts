import type { BookingColumns } from '../../../../shared/contract/seats/booking-lists.ts'

const KEPT_AS = 'booking-list-columns'

interface Remembered {
  heads: readonly string[]
  columns: BookingColumns
}

/** What was said last of a list with these headings; null: nothing was, or of another list. */
export function rememberedColumns(heads: readonly string[]): BookingColumns | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null') as Remembered | null
    return JSON.stringify(kept?.heads) === JSON.stringify(heads) ? (kept?.columns ?? null) : null
  } catch {
    // Another program's words, or storage that is closed: then the headings are guessed again.
    return null
  }
}

/** The same list comes again next month, with the same headings. */
export function rememberColumns(heads: readonly string[], columns: BookingColumns): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify({ heads, columns } satisfies Remembered))
  } catch {
    // Said again next time.
  }
}
