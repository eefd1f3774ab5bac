import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking } from '../../../../shared/contract/seats/bookings.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { useSeen } from '../../../lib/use-seen.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { edit } from '../seats.actions.ts'
import { keepEnter } from './form-keys.ts'
import { CompanionField, PurposeField } from './PeopleFields.tsx'
import styles from './Popovers.module.css'

/** Purpose and companion; seat and time are changed on the board itself. */
export function BookingEdit({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const { t } = useTranslation('seats')
  const people = useQuery(everybody).data ?? []
  const form = useSeen(booking.version, { purpose: booking.purpose, companionId: booking.companionId })
  const { purpose, companionId } = form.fields
  const [isSending, setIsSending] = useState(false)

  async function save() {
    if (isSending || form.isCatchingUp) return
    const isUnchanged = purpose === booking.purpose && companionId === booking.companionId
    setIsSending(true)
    const isDone = isUnchanged || (await edit(booking, { purpose, companionId }, 'first', form.seen))
    setIsSending(false)
    if (isDone) onDone()
  }
  useKeys('dialog', { 'dialog.confirm': () => void save() })

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={keepEnter}
    >
      <PurposeField value={purpose} onChange={(next) => form.change({ purpose: next })} />
      <CompanionField
        people={people.filter((person) => person.id !== booking.personId)}
        value={companionId}
        onChange={(next) => form.change({ companionId: next })}
        isFirst
      />
      <ChangedMeanwhile {...form} onLook={form.look} />
      <div className="acts">
        <Button onClick={onDone}>{t('edit.leave')}</Button>
        <Button type="submit" tone="primary" busy={isSending || form.isCatchingUp} chord="Enter">
          <SaveWords {...form}>{t('edit.save')}</SaveWords>
        </Button>
      </div>
    </form>
  )
}
