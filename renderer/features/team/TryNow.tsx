import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Instant } from '../../../shared/contract/values.ts'
import { dateIn, timeOn } from '../../lib/formats.ts'
import { instantNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useMember } from '../../lib/team.ts'
import { Button, type ButtonProps } from '../../ui/Button.tsx'
import styles from './TryNow.module.css'
import { tryNow } from './team.actions.ts'

/** Tries the hub at once, and says beside it that it is tried, and after that when it was asked and how it stands still. */
export function TryNow({ size = 'normal' }: Pick<ButtonProps, 'size'>) {
  const { t } = useTranslation('team')
  const place = usePlace()
  const link = useMember()?.link.kind ?? 'here'
  const [askedAt, setAskedAt] = useState<Instant | 'asking' | null>(null)
  const go = async () => {
    if (askedAt === 'asking') return
    setAskedAt('asking')
    await tryNow()
    setAskedAt(instantNow())
  }
  const said =
    askedAt === 'asking'
      ? t('member.trying')
      : askedAt === null || link === 'here'
        ? ''
        : t(link === 'away' ? 'member.stillAway' : 'member.stillRefused', {
            time: timeOn(dateIn(instantNow(), place.timeZone), askedAt, place),
          })
  return (
    <span className={styles.try}>
      <span role="status" className={styles.said}>
        {said}
      </span>
      <Button size={size} busy={askedAt === 'asking'} onClick={() => void go()}>
        {t('member.tryNow')}
      </Button>
    </span>
  )
}
