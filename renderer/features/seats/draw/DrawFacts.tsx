import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import { dayTime } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useHasRooms, useRoomNames } from '../../../lib/seat-rooms.ts'
import { copyText } from '../../../ui/copy-text.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './DrawFacts.module.css'
import { minutesText } from './draw-words.ts'

/** What is offered until when, what was drawn, and the hashes by which anybody can tell that nobody changed it. */
export function DrawFacts({ window }: { window: DrawWindow }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const hasRooms = useHasRooms()
  const namesOf = useRoomNames()
  const now = useNow(60_000)
  const { outcome } = window
  const when = (at: string) => dayTime(at, place, now)
  return (
    <>
      {window.reason === null ? null : (
        <p className={styles.reason}>{t('cancel.reasonWas', { reason: window.reason })}</p>
      )}
      <dl className={styles.facts}>
        <dt>{t(window.state === 'open' ? 'fact.closes' : 'fact.closed')}</dt>
        <dd>{when(window.closesAt)}</dd>
        <dt>{t('opening.places')}</dt>
        <dd>
          {t('window.places', { slots: window.slotCount, places: window.placeCount })} ·{' '}
          {t('window.requests', { count: window.requestCount })}
        </dd>
        <dt>{t('fact.lengths')}</dt>
        <dd>{window.lengthsMinutes.map((minutes) => minutesText(minutes, place)).join(' / ')}</dd>
        {hasRooms ? (
          <>
            <dt>{t('opening.rooms')}</dt>
            <dd>{namesOf(window.rooms).join(' · ')}</dd>
          </>
        ) : null}
        {window.openedByName === null ? null : (
          <>
            <dt>{t('fact.openedBy')}</dt>
            <dd>{window.openedByName}</dd>
          </>
        )}
        {outcome === null ? null : (
          <>
            <dt>{t('fact.drawnAt')}</dt>
            <dd>{when(outcome.drawnAt)}</dd>
            <dt>{t('fact.drawn')}</dt>
            <dd>
              {t('fact.drawnOf', {
                drawn: outcome.drawnCount,
                requests: window.requestCount,
                used: outcome.seatsUsed,
                places: window.placeCount,
              })}
            </dd>
          </>
        )}
        <Digest name={t('hash.title')} value={window.commitment} />
        {outcome === null ? null : (
          <>
            <Digest name={t('hash.seed')} value={outcome.seed} />
            <Digest name={t('hash.file')} value={outcome.fileDigest} />
          </>
        )}
      </dl>
      <p className={styles.why}>{t('hash.why')}</p>
    </>
  )
}

function Digest({ name, value }: { name: string; value: string }) {
  const { t } = useTranslation('draws')
  return (
    <>
      <dt>{name}</dt>
      <dd className={styles.digest}>
        <code>{value}</code>
        <IconButton
          size="small"
          icon={<Copy />}
          label={`${t('hash.copy')} ${name}`}
          onClick={() => void copyText(value, () => textsOf('draws')('hash.copied'))}
        />
      </dd>
    </>
  )
}
