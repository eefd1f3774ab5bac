import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import type { PlainDate } from '../../../../../shared/contract/values.ts'
import { dateIn, fullDayName } from '../../../../lib/formats.ts'
import { useNow } from '../../../../lib/now.ts'
import { usePlace, ZoneHere } from '../../../../lib/place-store.ts'
import { roomName } from '../../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../../lib/use-keys.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { DateField, type FieldToGoTo } from '../../../../ui/DateField.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../../ui/FieldLabel.tsx'
import { type Hits, HitsDialog } from '../rules/HitsDialog.tsx'
import { type CloseRefusal, closeRoom, type Told } from './keeping.actions.ts'
import styles from './RoomDialog.module.css'

/** From which day a room is closed for good; what stands in the way is told before. */
export function CloseRoomDialog({ room, onClose }: { room: HouseRoom; onClose: () => void }) {
  const { t } = useTranslation('rooms')
  return (
    <Dialog isOpen onClose={onClose} title={t('close.title', { name: roomName(room) })} width={440}>
      <CloseForm room={room} onClose={onClose} />
    </Dialog>
  )
}

function CloseForm({ room, onClose }: { room: HouseRoom; onClose: () => void }) {
  const { t } = useTranslation('rooms')
  const { t: common } = useTranslation('common')
  const { language } = usePlace()
  const today = dateIn(useNow(60_000), room.timeZone)
  const [from, setFrom] = useState<PlainDate | null>(today)
  const dayField = useRef<FieldToGoTo>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [hits, setHits] = useState<Hits | null>(null)
  const [isSending, setIsSending] = useState(false)

  async function send(told?: Told) {
    if (isSending) return false
    if (from === null) {
      setRefused(t('close.whenMissing'))
      dayField.current?.focus()
      return false
    }
    setIsSending(true)
    const answer = await closeRoom(room, from, told).finally(() => setIsSending(false))
    if (answer === null) return false
    if (answer.ok) {
      onClose()
      return true
    }
    setHits(answer.code === 'hits_bookings' ? answer.detail : null)
    setRefused(answer.code === 'hits_bookings' ? null : wordsOf(answer))
    return false
  }
  const wordsOf = (refusal: Exclude<CloseRefusal, { code: 'hits_bookings' }>): string =>
    refusal.code === 'from_the_past'
      ? t('close.fromThePast', { today: fullDayName(refusal.detail.today, language) })
      : t(`keep.refused.${refusal.code}`)
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <FieldLabel>{t('close.from')}</FieldLabel>
        <DateField
          ref={dayField}
          label={t('close.from')}
          isAskedFor={from === null && refused !== null}
          value={from}
          onChange={(date) => {
            setRefused(null)
            setFrom(date)
          }}
        />
      </div>
      <p className={styles.moves}>{t('close.hint')}</p>
      <DialogFoot>
        <p className={styles.refused} role="alert">
          {refused}
        </p>
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSending} chord={useChord('dialog.confirm')}>
          {t('close.do')}
        </Button>
      </DialogFoot>
      {hits === null ? null : (
        <ZoneHere value={room.timeZone}>
          <HitsDialog
            {...hits}
            about="close"
            roomId={room.id}
            isBusy={isSending}
            onClose={() => setHits(null)}
            onSave={(cancel) => send({ toldHits: hits.mark, cancel })}
          />
        </ZoneHere>
      )}
    </form>
  )
}
