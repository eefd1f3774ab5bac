import { useTranslation } from 'react-i18next'
import type { Meeting, TheirBooking } from '../../../../shared/contract/house/merges.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { dayOf, timeRange } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import styles from './MergeDialog.module.css'

interface MeetingChoiceProps {
  meeting: Meeting
  givenUpId: Id | null
  onGiveUp: (bookingId: Id) => void
}

/** Two bookings at one time: one stays. Whoever sits already goes on sitting. */
export function MeetingChoice({ meeting: { kept, gone }, givenUpId, onGiveUp }: MeetingChoiceProps) {
  const { t } = useTranslation('settings')
  const place = usePlace()
  const label = t('merge.meeting', { day: dayOf(kept.startsAt, place, instantNow()) })
  const option = (stays: TheirBooking, goes: TheirBooking) => ({
    value: stays.id,
    disabled: goes.isRunning,
    label: t('merge.stays', { seat: stays.seatNumber, time: timeRange(stays.startsAt, stays.endsAt, place) }),
  })
  const stays = givenUpId === null ? null : givenUpId === kept.id ? gone.id : kept.id
  return (
    <section className={styles.meeting}>
      <p>{label}</p>
      <SegmentedControl
        label={label}
        fullWidth
        value={stays}
        options={[option(kept, gone), option(gone, kept)]}
        onChange={(id) => onGiveUp(id === kept.id ? gone.id : kept.id)}
      />
    </section>
  )
}
