import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { type Moment, readMoment } from '../../../../shared/domain/seats/find/read-moment.ts'
import type { Minutes } from '../../../../shared/domain/seats/find/read-wish.ts'
import { isComposing } from '../../../lib/composition.ts'
import { fullDayName } from '../../../lib/formats.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { beginsWords } from '../../../ui/begins-words.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { clock } from '../find/find-words.ts'
import styles from './DateWords.module.css'

const DAY_MINUTES = 1_440
const spanWords = (from: Minutes, until: Minutes | null): string =>
  until === null ? clock(from) : `${clock(from)}–${clock(until % DAY_MINUTES)}`

/** A field for a day, a time or both in words or digits, under a month. What is typed while the month has the focus is meant for it. */
export function DateWords({ onPick, children }: { onPick: (moment: Moment) => void; children: ReactNode }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [unread, setUnread] = useState('')
  const meant = readMoment(typed, todayIn(place))

  const typeOn = (event: KeyboardEvent) => {
    // The letter itself comes to where the focus is by then.
    if (beginsWords(event) && event.target !== field.current) field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || isComposing(event)) return
    event.preventDefault()
    if (meant !== null) onPick(meant)
    else setUnread(typed.trim())
  }
  const momentWords = ({ day, minutes, until }: Moment) =>
    [day === null ? null : fullDayName(day, place.language), minutes === null ? null : spanWords(minutes, until)]
      .filter((part) => part !== null)
      .join(' ')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hands on what is typed in it, and is nothing to press itself
    <div className={styles.pick} onKeyDown={typeOn}>
      {children}
      <TextField
        ref={field}
        aria-label={t('go.words')}
        placeholder={t('go.wordsHint')}
        longest={LONGEST.search}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setUnread('')
        }}
        onKeyDown={press}
        error={unread === '' ? undefined : t('go.unread', { words: unread })}
      />
      <p className={styles.meant} role="status">
        {meant === null ? '' : momentWords(meant)}
      </p>
    </div>
  )
}
