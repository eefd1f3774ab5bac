import type { PlainDate } from '../../contract/values.ts'

const FORMS = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^()(\d{1,2})[-/.月](\d{1,2})日?$/]

const DAYS_FROM_TODAY: Readonly<Record<string, number>> = {
  今天: 0,
  明天: 1,
  后天: 2,
  昨天: -1,
  前天: -2,
  today: 0,
  tomorrow: 1,
  yesterday: -1,
}

/** The day meant by `2026-11-26`, `11-26`, `11/26`, `11月26日`, `昨天`, `yesterday`; null when none is. Without a year it is this one. */
export function typedDay(typed: string, today: PlainDate): PlainDate | null {
  const text = typed.normalize('NFKC').trim().toLowerCase()
  const distance = Object.hasOwn(DAYS_FROM_TODAY, text) ? DAYS_FROM_TODAY[text] : undefined
  if (distance !== undefined) return dayOf(Date.parse(`${today}T12:00:00Z`) + distance * 86_400_000)
  for (const form of FORMS) {
    const match = form.exec(text)
    if (match === null) continue
    const [, year = '', month = '', day = ''] = match
    const date = `${year || today.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    const at = Date.parse(`${date}T12:00:00Z`)
    // 31 February is no day: a date that comes back as another was none.
    return Number.isNaN(at) || dayOf(at) !== date ? null : date
  }
  return null
}

const dayOf = (at: number): PlainDate => new Date(at).toISOString().slice(0, 10)
