import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { seatNumberNow } from '../../../lib/seat-rooms.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { putWords } from '../../../ui/put-words.ts'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { bookingName } from '../booking/booking-name.ts'
import { type AskedReason, giveReason, leaveReason, useAskedReason } from './asked-reason.ts'
import styles from './ReasonDialog.module.css'

/** Before somebody else's booking is cancelled, moved or changed: whose it is, and why. */
export function ReasonDialog() {
  const { t } = useTranslation('seats')
  const asked = useAskedReason((state) => state.asked)
  useEffect(() => leaveReason, [])
  if (asked === null) return null
  return (
    <Dialog
      isOpen
      isOnTop
      onClose={leaveReason}
      title={t('reason.title', { name: asked.booking.personName })}
      width={440}
    >
      <Question key={asked.booking.id} {...asked} />
    </Dialog>
  )
}

const USUAL = {
  cancel: ['theyAsked', 'needed', 'seatBroken'],
  move: ['theyAsked', 'needed', 'seatBroken'],
  edit: ['theyAsked', 'otherPlan', 'mistyped'],
  exchange: ['bothAsked', 'needed', 'seatBroken'],
  swap: ['clash', 'away'],
  excuse: ['seatBroken', 'ill', 'calledAway'],
} as const satisfies Record<AskedReason['act'], readonly string[]>

function Question({ booking, act, to, first }: AskedReason) {
  const { t } = useTranslation('seats')
  const seatNumber = to === null ? null : seatNumberNow(to.seatId)
  const target = to === null || seatNumber === null ? null : { ...to, seatNumber }
  const place = bookingName(booking, target ?? booking)
  const form = useLeftForm(`${act} ${booking.id}`, { reason: first }, () =>
    textsOf('seats')('reason.title', { name: booking.personName }),
  )
  const { reason } = form.fields
  const setReason = (words: string) => form.change({ reason: words })
  const [isAsking, setIsAsking] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const give = () => {
    if (isBlank(reason)) return setIsAsking(true)
    if (textFault(reason, LONGEST.bookingReason) !== null) return
    form.forget()
    giveReason(reason)
  }
  // The next key is meant for the reason: Enter gives it, letters go on with it.
  const choose = (words: string) => {
    if (field.current === null || !putWords(field.current, words)) setReason(words)
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    give()
  }
  useKeys('dialog', { 'dialog.confirm': give })
  return (
    <form className="stack" onSubmit={send}>
      <p>
        {target === null
          ? t(`reason.${act}`, { place })
          : t('reason.moveTo', { place, to: bookingName(target, booking) })}
      </p>
      <TextField
        ref={field}
        label={t('reason.label')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        longest={LONGEST.bookingReason}
        error={isAsking && isBlank(reason) ? t('reason.missing') : undefined}
        data-autofocus
      />
      <div className={styles.usual}>
        {USUAL[act].map((word) => (
          <Chip
            key={word}
            selected={reason === t(`reason.usual.${word}`)}
            onSelect={() => choose(t(`reason.usual.${word}`))}
          >
            {t(`reason.usual.${word}`)}
          </Chip>
        ))}
      </div>
      <DialogFoot>
        <Button onClick={form.cancelling(leaveReason)}>{t(`reason.leave.${act}`)}</Button>
        <Button type="submit" tone="primary" chord="Enter">
          {t(`reason.do.${act}`)}
        </Button>
      </DialogFoot>
    </form>
  )
}
