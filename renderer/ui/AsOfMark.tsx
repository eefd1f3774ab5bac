import { useTranslation } from 'react-i18next'
import { dateIn, timeOn } from '../lib/formats.ts'
import { instantNow } from '../lib/now.ts'
import { usePlace } from '../lib/place-store.ts'
import { useMember } from '../lib/team.ts'
import { Badge } from './Badge.tsx'

/** Beside the title of what all desks share: while the hub is away, of when it is. Nothing else. */
export function AsOfMark() {
  const { t } = useTranslation('team')
  const place = usePlace()
  const asOf = useMember()?.asOf ?? null
  if (asOf === null) return null
  const time = timeOn(dateIn(instantNow(), place.timeZone), asOf, place)
  return (
    <Badge tone="soon" title={t('asOfTitle', { time })}>
      {t('asOf', { time })}
    </Badge>
  )
}
