import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_SEATS, type Room } from '../../../../shared/contract/house/room.ts'
import { theRoom } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SettingRow } from '../settings/SettingRow.tsx'
import { useSaving } from '../settings/use-saving.ts'
import { RoomHours } from './RoomHours.tsx'
import { RoomPicture } from './RoomPicture.tsx'
import { fieldOfFault, type RoomField, saveRoom } from './room.actions.ts'
import { formOfRoom, type RoomForm, readRoomForm } from './room-form.ts'
import { SlotChoice } from './SlotChoice.tsx'

export function RoomSection() {
  const { t } = useTranslation('settings')
  const room = useQuery(theRoom)
  if (room.isError) return <FailedState {...failureOf(room.error)} onRetry={() => void room.refetch()} />
  return <Panel title={t('room.title')}>{room.data === undefined ? null : <Fields room={room.data} />}</Panel>
}

type Touched = RoomField | 'slot'

/** The fields keep what was typed when it is refused, so that the next change can put it right. */
function Fields({ room }: { room: Room }) {
  const { t } = useTranslation('settings')
  const { state, save } = useSaving()
  /** The room that the form was made from. */
  const [seen, setSeen] = useState(room)
  const [mine, setMine] = useState<Partial<RoomForm>>({})
  const [touched, setTouched] = useState<Touched>('slot')
  // Without own changes the form shows what others make of the room; after a refusal the own ones stand on what is there now.
  if (seen.version < room.version && (Object.keys(mine).length === 0 || state.kind === 'failed')) setSeen(room)
  const form = { ...formOfRoom(seen), ...mine }
  const change = (part: Partial<RoomForm>) => setMine((before) => ({ ...before, ...part }))

  const keep = (next: RoomForm, from: Touched) => {
    const read = readRoomForm(next)
    const known = formOfRoom(seen)
    const isSame = read.ok && JSON.stringify(read.room) === JSON.stringify(known)
    // What was refused and is put back as it was: nothing to save, and the refusal goes.
    if (isSame && state.kind !== 'failed') return
    setTouched(read.ok ? from : fieldOfFault(read.fault))
    void save(async () => {
      if (!read.ok) return () => textsOf('settings')(`room.fault.${read.fault}`)
      const saved = await saveRoom(seen.version, read.room)
      if (saved.ok) {
        setSeen(saved.room)
        setMine({})
        return null
      }
      if (saved.refusal.field !== null) setTouched(saved.refusal.field)
      return saved.refusal.words
    })
  }
  const stateOf = (field: Touched) => (touched === field ? state : { kind: 'idle' as const })
  const isWrong = (field: Touched) => touched === field && state.kind === 'failed'
  return (
    <>
      <SettingRow label={t('room.seats')} htmlFor="settings-seats" hint={t('room.seatsHint')} state={stateOf('seats')}>
        <NumberField
          id="settings-seats"
          value={form.seatCount}
          onChange={(seatCount) => change({ seatCount })}
          onBlur={() => keep(form, 'seats')}
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
      <RoomPicture form={form} />
    </>
  )
}
