import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../../../shared/contract/house/room.ts'
import { MOST_SEATS } from '../../../../shared/contract/limits.ts'
import { isComposing } from '../../../lib/composition.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { useSeen } from '../../../lib/use-seen.ts'
import { useSentOnce } from '../../../lib/use-sent-once.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { OthersChange } from '../../../ui/OthersChange.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useKeptWhenLeft } from '../../../ui/use-kept-when-left.ts'
import { SettingRow } from '../settings/SettingRow.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { RoomHours } from './RoomHours.tsx'
import { RoomPicture } from './RoomPicture.tsx'
import styles from './RoomSection.module.css'
import { fieldOfFault, type RoomField, saveRoom } from './room.actions.ts'
import { plainRoom } from './room.queries.ts'
import { formOfRoom, type RoomForm, readRoomForm } from './room-form.ts'
import { SlotChoice } from './SlotChoice.tsx'

export function RoomSection() {
  const { t } = useTranslation('settings')
  const room = useQuery(plainRoom)
  if (room.isError) return <FailedState {...failureOf(room.error)} onRetry={() => void room.refetch()} />
  return (
    <Panel title={t('room.title')}>
      <OthersChange call="room.save" />
      {room.data === undefined ? null : <Fields room={room.data} />}
    </Panel>
  )
}

type Touched = RoomField | 'slot'

/** The fields keep what was typed when it is refused, so that the next change can put it right. */
function Fields({ room }: { room: Room }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  const may = useMay('room.save')
  const once = useSentOnce()
  // What somebody else changes shows as it comes, but for the fields that were touched here.
  const mine = useSeen<RoomForm>(room.version, formOfRoom(room))
  const { fields: form, change } = mine
  const [touched, setTouched] = useState<Touched>('slot')
  const lastTaken = useRef<{ room: Room; what: string } | null>(null)

  const keep = (next: RoomForm, from: Touched, isMeantAfterAll = false) => {
    // Over somebody's change nothing is sent by merely leaving a field.
    if ((mine.stale !== null && !isMeantAfterAll) || mine.isCatchingUp) return
    const read = readRoomForm(next)
    const known = formOfRoom(room)
    const isSame = read.ok && JSON.stringify(read.room) === JSON.stringify(known)
    // What was refused and is put back as it was: nothing to save, and the refusal goes.
    if (isSame && state.kind !== 'failed') return
    // It was taken, and the page shows it in a moment: sent again it would be a change of an older version.
    const what = JSON.stringify([read, mine.seen.version])
    if (lastTaken.current?.room === room && lastTaken.current.what === what) return
    const send = () =>
      save(async () => {
        if (!read.ok) return () => textsOf('settings')(`room.fault.${read.fault}`)
        const saved = await saveRoom(mine.seen.version, read.room, mine.seen.onStale)
        if (saved.ok) {
          lastTaken.current = { room, what }
          mine.taken(next)
        } else if (saved.refusal.field !== null) setTouched(saved.refusal.field)
        return saved.ok ? null : saved.refusal.words
      })
    once(what, () => {
      setTouched(read.ok ? from : fieldOfFault(read.fault))
      return send()
    })
  }
  const leftSeats = useKeptWhenLeft(() => keep(form, 'seats'))
  const stateOf = (field: Touched) => (touched === field ? state : { kind: 'idle' as const })
  const isWrong = (field: Touched) => touched === field && state.kind === 'failed'
  return (
    <fieldset className="bare" disabled={!may}>
      <SettingRow label={t('room.seats')} htmlFor="settings-seats" hint={t('room.seatsHint')} state={stateOf('seats')}>
        <NumberField
          id="settings-seats"
          value={form.seatCount}
          onChange={(seatCount) => change({ seatCount })}
          {...leftSeats}
          onKeyDown={(event) => {
            if (isComposing(event)) return
            if (event.key === 'Enter') keep(form, 'seats')
          }}
          min={1}
          max={MOST_SEATS}
          allowDecimal={false}
          error={isWrong('seats')}
        />
      </SettingRow>
      <SettingRow label={t('room.hours')} hint={t('room.hoursHint')} state={stateOf('hours')}>
        <RoomHours form={form} onChange={change} onDone={(next) => keep(next, 'hours')} isWrong={isWrong('hours')} />
      </SettingRow>
      <SettingRow label={t('room.slot')} hint={t('room.slotHint')} state={stateOf('slot')}>
        <SlotChoice
          minutes={form.slotMinutes}
          onChange={(slotMinutes) => {
            change({ slotMinutes })
            keep({ ...form, slotMinutes }, 'slot')
          }}
        />
      </SettingRow>
      <SettingRow label={t('room.zone')} hint={t('room.zoneHint')}>
        <p>{room.timeZone}</p>
      </SettingRow>
      {mine.stale === null ? null : (
        <div className={styles.meanwhile}>
          <ChangedMeanwhile {...mine} onLook={mine.look} />
          {mine.isLooking ? null : (
            <Button size="small" tone="primary" busy={mine.isCatchingUp} onClick={() => keep(form, touched, true)}>
              <SaveWords {...mine}>{null}</SaveWords>
            </Button>
          )}
        </div>
      )}
      <RoomPicture form={form} />
    </fieldset>
  )
}
