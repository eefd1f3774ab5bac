import type { TFunction } from 'i18next'
import { DAY_PARTS, type FreeHours } from './free-hours.ts'

/** «整小时空位：上午 1 个、下午 3 个»; only parts of the day that have some. */
export function freeHoursWords(t: TFunction<'seats'>, hours: FreeHours): string {
  const parts = DAY_PARTS.filter((part) => hours[part] > 0)
  if (parts.length === 0) return noneWords(t, hours)
  const words = parts.map((part) => t(`hours.part.${part}`, { count: hours[part] })).join(t('hours.and'))
  return t('hours.left', { parts: words, count: hours.total })
}

/** «3 个整小时», for a narrow place. */
export const freeHoursShort = (t: TFunction<'seats'>, hours: FreeHours): string =>
  hours.total === 0 ? noneWords(t, hours) : t('hours.short', { count: hours.total })

const noneWords = (t: TFunction<'seats'>, { hasToBeDrawn }: FreeHours): string =>
  t(hasToBeDrawn ? 'hours.toBeDrawn' : 'hours.pieces')
