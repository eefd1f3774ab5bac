import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BringStatus } from '../../../../shared/contract/team/bring-along.ts'
import { dateTime } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import styles from './BringAlong.module.css'
import { BringDialog } from './BringDialog.tsx'
import { BringProgress } from './BringProgress.tsx'
import { look, putOff } from './bring.actions.ts'
import { bringStatus } from './bring.queries.ts'
import { stayed } from './counted.ts'

/** Offers to bring along what this desk held before it joined, once; later it says how that stands. */
export function BringAlong({ hub }: { hub: string }) {
  const { t } = useTranslation('bring')
  const [isOpen, setIsOpen] = useState(false)
  // Where it cannot be known there is nothing to offer: it is in nobody's way.
  const status = useQuery(bringStatus).data
  if (status === undefined || status.stage === 'nothing') return null
  const open = () => {
    setIsOpen(true)
    if (!status.isLookedAt && status.work === null && status.stage !== 'done') void look()
  }
  return (
    <Panel title={t('title')}>
      {status.stage === 'offered' ? (
        <div className={styles.offer}>
          <p>{t('offer', { hub })}</p>
          <p className={styles.quiet}>{t('kept')}</p>
          <div className={styles.acts}>
            <Button tone="primary" onClick={open}>
              {t('look')}
            </Button>
            <Button onClick={() => void putOff()}>{t('later')}</Button>
          </div>
        </div>
      ) : (
        <Standing status={status} hub={hub} onOpen={open} />
      )}
      {isOpen ? <BringDialog status={status} hub={hub} onClose={() => setIsOpen(false)} /> : null}
    </Panel>
  )
}

function Standing({ status, hub, onOpen }: { status: BringStatus; hub: string; onOpen: () => void }) {
  const { t } = useTranslation('bring')
  const place = usePlace()
  const { stage, work, failure, doneAt, counts } = status
  const left = stayed(counts)
  return (
    <div className={styles.line}>
      <div className={styles.words}>
        {work === null ? (
          <p>
            {doneAt === null ? t('quiet', { hub }) : t('done', { hub, time: dateTime(doneAt, place, instantNow()) })}
          </p>
        ) : (
          <BringProgress work={work} />
        )}
        {failure === null ? null : <p className={styles.trouble}>{t(`failure.${failure}`)}</p>}
        {doneAt === null || work !== null ? null : (
          <p className={styles.quiet}>{left === 0 ? t('doneAll') : t('doneSome', { count: left })}</p>
        )}
      </div>
      <Button onClick={onOpen}>{t(stage === 'done' ? 'result' : work === null ? 'look' : 'open')}</Button>
    </div>
  )
}
