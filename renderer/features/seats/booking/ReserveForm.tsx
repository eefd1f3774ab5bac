import { useQuery } from '@tanstack/react-query'
import { Repeat } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Booking, FreePlace, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import type { SeatSpan } from '../../../../shared/domain/seats/free-neighbours.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import type { DayBoard } from '../board/board-layout.ts'
import { leave, letGo } from '../board/board-store.ts'
import { reserve } from '../seats.actions.ts'
import { askSeries } from '../series/series-store.ts'
import { askToWaitFor } from '../waitlist/asked-wait.ts'
import { keepEnter } from './form-keys.ts'
import { CompanionField, PersonField, PurposeField } from './PeopleFields.tsx'
import styles from './Popovers.module.css'
import { RefusalBox } from './RefusalBox.tsx'
import type { SeatsRefusal } from './refusal-words.ts'
import { TimeFields } from './TimeFields.tsx'
import { useBookable } from './use-bookable.ts'

export interface ReserveFormProps {
  board: DayBoard
  place: SeatSpan
  earliest: Instant
  me: Id | null
  onPlace: (place: SeatSpan) => void
  onDone: (booking: Booking) => void
}

/** Who, what for, with whom, when. With everything as proposed one Enter books. */
export function ReserveForm({ board, place, earliest, me, onPlace, onDone }: ReserveFormProps) {
  const { t } = useTranslation('seats')
  const room = usePlace()
  const people = useQuery(everybody).data ?? []
  const bookable = useBookable(people, me)
  const [personId, setPersonId] = useState<Id | null>(me)
  const [companionId, setCompanionId] = useState<Id | null>(null)
  const [purpose, setPurpose] = useState<Purpose>('listen')
  const [refusal, setRefusal] = useState<SeatsRefusal | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [isAskingWho, setIsAskingWho] = useState(false)
  const whoField = useRef<HTMLInputElement>(null)
  const askWho = () => {
    setIsAskingWho(true)
    whoField.current?.focus()
  }

  async function book(at: SeatSpan) {
    if (isSending) return
    if (personId === null) return askWho()
    setIsSending(true)
    const answer = await reserve({ ...at, personId, companionId, purpose })
    setIsSending(false)
    if (answer === null) return
    if (answer.ok) onDone(answer.value)
    else setRefusal(answer)
  }
  /** The form gives way to the days; what it was told goes along. */
  function repeat() {
    if (personId === null) return askWho()
    askSeries({ place, personId, companionId: companionId === personId ? null : companionId, purpose })
    leave('asking')
  }
  useKeys('dialog', { 'dialog.confirm': () => void book(place) })
  const take = ({ seatId, startsAt, endsAt }: FreePlace) => {
    onPlace({ seatId, startsAt, endsAt })
    void book({ seatId, startsAt, endsAt })
  }
  const wait = () => {
    letGo()
    askToWaitFor(board.date, place, room, { personId, companionId, purpose })
  }
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setRefusal(null)
      setIsAskingWho(false)
      set(value)
    }

  return (
    <form
      className={styles.form}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void book(place)
      }}
      onKeyDown={keepEnter}
    >
      <TimeFields board={board} place={place} earliest={earliest} onChange={changed(onPlace)} />
      <PersonField
        ref={whoField}
        people={bookable.people}
        value={personId}
        onChange={changed(setPersonId)}
        error={isAskingWho ? t('ask.whoFirst') : undefined}
        isFirst={me === null}
      />
      {bookable.isOnlyMe ? <p className={styles.note}>{t('forOthers.only')}</p> : null}
      <PurposeField value={purpose} onChange={changed(setPurpose)} />
      <CompanionField
        people={people.filter((person) => person.id !== personId)}
        value={companionId}
        onChange={changed(setCompanionId)}
      />
      {refusal === null ? null : <RefusalBox refusal={refusal} day={board.date} onTake={take} onWait={wait} isReply />}
      <Button size="small" tone="quiet" icon={<Repeat />} onClick={repeat}>
        {t('series.open')}
      </Button>
      <Button
        type="submit"
        tone="primary"
        fullWidth
        busy={isSending}
        chord="Enter"
        data-autofocus={me !== null || undefined}
      >
        {t('ask.book')}
      </Button>
    </form>
  )
}
