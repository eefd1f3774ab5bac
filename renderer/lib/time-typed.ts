const HALF_WIDTH: Readonly<Record<string, string>> = { '：': ':', '．': '.', '。': '.' }

/**
 * A time as people type it: «8», «8:30», «0830», «8：30», «24». Gives `08:30`, or null when it is none.
 * 24:00 is the end of the day.
 */
export function readTimeOfDay(typed: string): string | null {
  const text = [...typed.trim()]
    .map((sign) => HALF_WIDTH[sign] ?? (/[０-９]/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) - 0xfee0) : sign))
    .join('')
  const parts = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text)
  if (parts === null) return null
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? '0')
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
