import i18next from 'i18next'
import type { Stale } from '../../shared/contract/versions.ts'
import { dateIn, timeOn } from './formats.ts'
import { currentLanguage } from './i18n.ts'
import { listOfWords } from './list-of-words.ts'
import { instantNow } from './now.ts'
import { useRoomZone } from './place-store.ts'

/** «王敏 14:32 改了标题、部门。»: what came first. */
export function staleWords({ fields, byName, at }: Stale): string {
  const t = i18next.getFixedT(null, 'common')
  const place = { language: currentLanguage(), timeZone: useRoomZone.getState().timeZone }
  const names = fields.map((field) => t(`failure.stale.field.${field}`))
  return t(at === null ? 'failure.stale.titleWithoutTime' : 'failure.stale.title', {
    name: byName ?? t('failure.stale.somebody'),
    what: names.length === 0 ? t('failure.stale.something') : listOfWords(names, 'conjunction'),
    time: at === null ? '' : timeOn(dateIn(instantNow(), place.timeZone), at, place),
  })
}
