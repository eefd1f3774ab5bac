import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawWindow, OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { dateIn, dayName, timeOfDay } from '../../../lib/formats.ts'
import { useRoomNames, useSeatRooms } from '../../../lib/seat-rooms.ts'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { QuietLine } from '../../../ui/QuietLine.tsx'
import { Select } from '../../../ui/Select.tsx'
import styles from './WishPicker.module.css'
import { startsFor } from './wish-starts.ts'

export interface WishPickerProps {
  window: DrawWindow
  slots: readonly OfferedSlot[]
  lengthMinutes: number
  wishes: readonly string[]
  onToggle: (slotId: string) => void
}

/** Where the keys go to choose one. */
export const A_START = '[data-wish-starts] button'

/** Where a place may begin, a day of a room at a time. Arrows walk, Space chooses; what is chosen shows its rank. */
export function WishPicker({ window, slots, lengthMinutes, wishes, onToggle }: WishPickerProps) {
  const { t } = useTranslation('draws')
  const namesOf = useRoomNames()
  const [roomId, setRoomId] = useState<Id>(window.rooms[0]?.id ?? '')
  const ofRoom = useMemo(() => slots.filter((slot) => slot.roomId === roomId), [slots, roomId])
  // Days and times are those of the room that is looked at.
  const { place } = useSeatRooms()({ roomId, startsAt: ofRoom[0]?.startsAt ?? window.closesAt })
  const days = useMemo(
    () => [...new Set(ofRoom.map(({ startsAt }) => dateIn(startsAt, place.timeZone)))],
    [ofRoom, place.timeZone],
  )
  const [chosenDay, setDay] = useState<string | null>(null)
  const day = chosenDay !== null && days.includes(chosenDay) ? chosenDay : (days[0] ?? null)
  const starts = useMemo(
    () => startsFor(ofRoom, lengthMinutes).filter(({ startsAt }) => dateIn(startsAt, place.timeZone) === day),
    [ofRoom, lengthMinutes, day, place.timeZone],
  )
  const grid = useRef<HTMLFieldSetElement>(null)
  const walk = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    const all = [...(grid.current?.querySelectorAll<HTMLElement>('button') ?? [])]
    all[all.indexOf(document.activeElement as HTMLElement) + by]?.focus()
    event.preventDefault()
  }
  return (
    <div>
      <FieldLabel>{t('wish.choose')}</FieldLabel>
      <div className={styles.where}>
        {window.rooms.length > 1 ? (
          <Select
            aria-label={t('wish.room')}
            options={window.rooms.map((room) => ({ value: room.id, label: namesOf([room]).join() }))}
            value={roomId}
            onChange={setRoomId}
          />
        ) : null}
        {days.length > 1 ? (
          <Select
            aria-label={t('wish.day')}
            options={days.map((each) => ({ value: each, label: dayName(each, place) }))}
            value={day}
            onChange={setDay}
          />
        ) : null}
        <span className={styles.hint}>{t('wish.chooseHint')}</span>
      </div>
      {starts.length === 0 ? (
        <QuietLine>{t('wish.noStart')}</QuietLine>
      ) : (
        <fieldset ref={grid} className={styles.starts} aria-label={t('wish.choose')} onKeyDown={walk} data-wish-starts>
          {starts.map((slot) => {
            const at = wishes.indexOf(slot.id)
            const time = timeOfDay(slot.startsAt, place)
            const seats = t('wish.seats', { count: slot.capacity })
            const name = [time, seats, ...(at === -1 ? [] : [t('wish.nth', { nth: at + 1 })])].join(' ')
            return (
              <button
                key={slot.id}
                type="button"
                className={styles.start}
                aria-pressed={at !== -1}
                aria-label={name}
                onClick={() => onToggle(slot.id)}
              >
                <span className="figures">{time}</span>
                <span className={styles.seats}>{at === -1 ? seats : t('wish.nth', { nth: at + 1 })}</span>
              </button>
            )
          })}
        </fieldset>
      )}
    </div>
  )
}
