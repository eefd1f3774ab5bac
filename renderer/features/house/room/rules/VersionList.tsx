import { useTranslation } from 'react-i18next'
import type { RulesVersion } from '../../../../../shared/contract/house/room-rules.ts'
import type { PlainDate } from '../../../../../shared/contract/values.ts'
import { FROM_THE_FIRST_DAY } from '../../../../../shared/domain/seats/room-rules.ts'
import { fullDayName } from '../../../../lib/formats.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import { Badge } from '../../../../ui/Badge.tsx'
import { Button } from '../../../../ui/Button.tsx'
import styles from './RulesForm.module.css'

export interface VersionListProps {
  versions: readonly RulesVersion[]
  today: PlainDate
  /** Which of them is looked at. */
  shown: PlainDate
  onShow: (validFrom: PlainDate) => void
  /** Null: nothing can be taken away here. */
  onRemove: ((validFrom: PlainDate) => void) | null
}

/** Past, in force, to come: each to be looked at, the last ones to be taken away again. */
export function VersionList({ versions, today, shown, onShow, onRemove }: VersionListProps) {
  const { t } = useTranslation('rooms')
  const { language } = usePlace()
  const current = versions.findLast(({ validFrom }) => validFrom <= today) ?? versions[0]
  const nameOf = (validFrom: PlainDate) =>
    validFrom === FROM_THE_FIRST_DAY
      ? t('versions.always')
      : t('versions.from', { date: fullDayName(validFrom, language) })
  return (
    <ul className={styles.versions} aria-label={t('versions.label')}>
      {versions.map((version) => {
        const { validFrom } = version
        const state = version === current ? 'now' : validFrom > today ? 'coming' : 'past'
        return (
          <li key={validFrom} className={styles.version}>
            <Button
              size="small"
              tone={validFrom === shown ? 'primary' : 'quiet'}
              aria-pressed={validFrom === shown}
              onClick={() => onShow(validFrom)}
            >
              {nameOf(validFrom)}
            </Button>
            <Badge tone={state === 'now' ? 'accent' : 'neutral'}>{t(`versions.${state}`)}</Badge>
            {state === 'coming' && onRemove !== null ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={t('versions.removeLabel', { date: fullDayName(validFrom, language) })}
                onClick={() => onRemove(validFrom)}
              >
                {t('versions.remove')}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
