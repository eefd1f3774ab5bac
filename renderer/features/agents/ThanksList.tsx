import { useTranslation } from 'react-i18next'
import type { Thanks } from '../../../shared/contract/agents/thanks.ts'
import { dateTime, fullDayName } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useWindowFirst } from '../../lib/rows-in-window.ts'
import { Button } from '../../ui/Button.tsx'
import { MaskedWords } from '../../ui/MaskedWords.tsx'
import { handBack, handOver, pseudonym } from './agents.actions.ts'
import styles from './ThanksList.module.css'

/** One of the lowest. */
const ROW_HEIGHT = 80
/** Heading and the two lists' names. */
const ABOVE = 100

/** Thanks in one order: nothing is gathered by agent, and nothing leads from here to the call. */
export function ThanksList({ thanks, mayHandOver }: { thanks: readonly Thanks[]; mayHandOver: boolean }) {
  const { t } = useTranslation('agents')
  const place = usePlace()
  const now = useNow(60_000)
  const drawn = useWindowFirst(thanks, ROW_HEIGHT, ABOVE)
  return (
    <ul className={styles.list}>
      {drawn.map((one) => (
        <li key={one.id} className={styles.row}>
          <div className={styles.where}>
            <strong>{one.place === null ? t('thanks.nobodyNamed') : pseudonym(one.place)}</strong>
            <span>{fullDayName(one.day, place.language)}</span>
            <span className="figures">{t('thanks.hour', { from: one.hour, to: one.hour + 1 })}</span>
          </div>
          <div className={styles.words}>
            {one.voice === null ? (
              <p className={styles.none}>{t('thanks.noVoice')}</p>
            ) : (
              <blockquote className={styles.voice}>
                <MaskedWords text={one.voice} />
              </blockquote>
            )}
            <p className={styles.praise}>
              <MaskedWords text={one.praise} />
            </p>
            <p className={styles.by}>
              {one.collectedBy === null
                ? t('thanks.collectedOn', { day: fullDayName(one.collectedOn, place.language) })
                : t('thanks.collectedBy', {
                    day: fullDayName(one.collectedOn, place.language),
                    name: one.collectedBy,
                  })}
              {one.handedAt === null
                ? one.fileName === null
                  ? null
                  : ` · ${t('thanks.onItsWay', { name: one.fileName })}`
                : ` · ${t(one.fileName === null ? 'thanks.toldAt' : 'thanks.wentOutAt', { time: dateTime(one.handedAt, place, now), name: one.fileName ?? '' })}`}
            </p>
            {one.isEditedSince ? <p className={styles.edited}>{t('thanks.editedSince')}</p> : null}
          </div>
          {mayHandOver ? (
            <Button
              size="small"
              tone="quiet"
              data-thanks={one.id}
              onClick={() => void (one.handedAt === null ? handOver : handBack)([one.id])}
            >
              {t(one.handedAt === null ? 'thanks.toldByMouth' : 'thanks.back')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
