import type { TFunction } from 'i18next'
import type { PlainDate } from '../../../../shared/contract/values.ts'
import { weekOf } from '../../../../shared/domain/wall-clock.ts'
import { dateName, type Place } from '../../../lib/formats.ts'

/** «2026年11月23日 至 11月29日»: the year stands once, where the language puts it, before the first date or after the last one. */
export function weekWords(t: TFunction<'seats'>, day: PlainDate, { language }: Pick<Place, 'language'>): string {
  const days = weekOf(day)
  const [first, last] = [days[0] ?? day, days[6] ?? day]
  const isZh = language === 'zh'
  const isOneYear = first.slice(0, 4) === last.slice(0, 4)
  return t('page.weekSub', {
    from: dateName(first, language, isZh || !isOneYear),
    to: dateName(last, language, !isZh || !isOneYear),
  })
}
