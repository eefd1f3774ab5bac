import { useTranslation } from 'react-i18next'
import { Badge } from '../../../ui/Badge.tsx'
import styles from './CallDesk.module.css'
import { DeskSection } from './DeskSection.tsx'
import type { MaskCount } from './masked-here.ts'

export interface MaskedHereProps {
  /** Where, and what there: without the places that hold none. Undefined until the hands rested once. */
  places:
    | readonly { readonly place: 'notes' | 'reference' | 'conversation'; readonly masks: readonly MaskCount[] }[]
    | undefined
}

/** What was masked in this call: kinds and how many, never a digit more than is on the disk. */
export function MaskedHere({ places }: MaskedHereProps) {
  const { t } = useTranslation(['listen', 'common'])
  return (
    <DeskSection title={t('desk.masked.title')} none={places?.length === 0 ? t('desk.masked.none') : null} isBrief>
      <dl className={styles.masked}>
        {places?.map(({ place, masks }) => (
          <div key={place} className={styles.place}>
            <dt>{t(`desk.masked.${place}`)}</dt>
            {masks.map(({ kind, count }) => (
              <dd key={kind}>
                <Badge look="outline">
                  {t(`common:masked.${kind}`)} <span className="figures">{count}</span>
                </Badge>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </DeskSection>
  )
}
