import cn2026 from '../../../resources/calendars/cn-2026.json' with { type: 'json' }
import type { WorkCalendar } from './work-calendar.ts'

/** Mon-Fri 09:00-12:00 and 13:30-18:00 in Shanghai, with the bundled year files. One more year is one more line here. */
export const defaultCalendar: WorkCalendar = {
  timeZone: 'Asia/Shanghai',
  weekdays: [1, 2, 3, 4, 5],
  shifts: [
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '18:00' },
  ],
  years: { '2026': { holidays: cn2026.holidays, makeUpWorkdays: cn2026.makeUpWorkdays } },
}
