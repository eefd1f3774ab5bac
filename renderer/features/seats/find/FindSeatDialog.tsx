import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Booking, FreePlace, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { FindWish, FoundSeat } from '../../../../shared/contract/seats/find-seats.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { readWish } from '../../../../shared/domain/seats/find/read-wish.ts'
import { everybody, theRooms } from '../../../lib/common-queries.ts'
import { isComposing } from '../../../lib/composition.ts'
import { dateIn } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { clockOf } from '../../../lib/seat-rooms.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { CompanionField, PersonField, PurposeField } from '../booking/PeopleFields.tsx'
import { refusalWords } from '../booking/refusal-words.ts'
import { useBookable } from '../booking/use-bookable.ts'
import { reserve } from '../seats.actions.ts'
import { misfitWords } from '../series/misfit-words.ts'
import { makeTogether } from '../series/series.actions.ts'
import type { AskedWait } from '../waitlist/asked-wait.ts'
import styles from './FindSeat.module.css'
import { FoundSeats } from './FoundSeats.tsx'
import { foundSeats } from './find.queries.ts'
import { chipsOf, wishOf } from './find-words.ts'
import { isOver, waitInstead } from './wait-instead.ts'

export interface FindSeatDialogProps {
  onClose: () => void
  /** Booked: the board may show it. */
  onBooked: (place: FreePlace) => void
  /** Nothing is free as it was wanted, and whoever asked would wait for it. */
  onWait: (asked: AskedWait, roomId: Id | null) => void
}

/** One box that takes words: what fits, then what nearly fits; Enter books what is under the keys. */
export function FindSeatDialog(props: FindSeatDialogProps) {
  const { t } = useTranslation('seats')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('find.title')} width={680}>
      <FindSeat {...props} />
    </Dialog>
  )
}

function FindSeat({ onClose, onBooked, onWait }: FindSeatDialogProps) {
  const { t } = useTranslation('seats')
  const { t: waits } = useTranslation('waitlist')
  const place = usePlace()
  const me = useSettings()?.me ?? null
  const now = useNow(60_000)
  const today = dateIn(now, place.timeZone)
  const people = useQuery(everybody).data ?? []
  const rooms = useQuery(theRooms).data
  const bookable = useBookable(people, me)
  const box = useRef<HTMLInputElement>(null)
  const whoField = useRef<HTMLInputElement>(null)
  const otherField = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [settled, setSettled] = useState('')
  const [chosenId, setPersonId] = useState<Id | null | undefined>(undefined)
  const personId = chosenId === undefined ? me : chosenId
  const [companionId, setCompanionId] = useState<Id | null>(null)
  const [chosenPurpose, setPurpose] = useState<Purpose | null>(null)
  const [active, setActive] = useState(0)
  const [refused, setRefused] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const read = readWish(settled, today, rooms ?? [])
  const purpose = chosenPurpose ?? read.purpose ?? 'listen'
  const isTwo = (read.people ?? 1) > 1
  const wish: FindWish | null =
    rooms === undefined ? null : { ...wishOf(read, today), personId, companionId: isTwo ? companionId : null }
  const search = useQuery(foundSeats(wish))
  const { fits, near } = search.data ?? { fits: [], near: [] }
  const rows = [...fits, ...near]
  const isNoneFree = search.data !== undefined && !search.isPlaceholderData && fits.length === 0
  const isPast = wish !== null && isOver(wish, rooms ?? [], now)
  /** Nothing is free for this person: is there for anybody? */
  const forAnybody =
    wish === null || isPast || isTwo || !isNoneFree || personId === null ? null : { ...wish, personId: null }
  const anybody = useQuery(foundSeats(forAnybody))
  const isAsking = forAnybody !== null && (anybody.isPending || anybody.isPlaceholderData)
  const isOnlyOwnInTheWay = forAnybody !== null && !isAsking && (anybody.data?.fits.length ?? 0) > 0
  const isWaitedFor = wish !== null && !isPast && isNoneFree && !isAsking && !isOnlyOwnInTheWay
  const wait = isWaitedFor ? waitInstead(wish, rooms ?? [], purpose) : null

  const type = (words: string, isComposed: boolean) => {
    setTyped(words)
    // Letters that an input method still holds are nobody's words yet.
    if (isComposed) return
    setSettled(words)
    setActive(0)
    setRefused(null)
  }

  /** What was missing is not missed any more. */
  const answered =
    <Value,>(choose: (value: Value) => void) =>
    (value: Value) => {
      choose(value)
      setRefused(null)
    }

  async function book(found: FoundSeat | undefined) {
    const [first, second] = found?.places ?? []
    if (first === undefined || isSending || search.isPlaceholderData) return
    const missing = personId === null ? whoField : isTwo && companionId === null ? otherField : null
    if (personId === null || missing !== null) {
      setRefused(t(missing === otherField ? 'find.otherMissing' : 'ask.whoFirst'))
      return missing?.current?.focus()
    }
    setIsSending(true)
    const said = second === undefined ? await bookOne(first, personId) : await bookTwo(first, second, personId)
    setIsSending(false)
    if (said === 'done') {
      onClose()
      onBooked(first)
    } else setRefused(said)
  }
  const spanOf = ({ seatId, startsAt, endsAt }: FreePlace) => ({ seatId, startsAt, endsAt })

  async function bookOne(at: FreePlace, who: Id): Promise<'done' | string | null> {
    const beside = isTwo ? companionId : null
    const answer = await reserve({ ...spanOf(at), personId: who, companionId: beside, purpose })
    if (answer === null) return null
    if (answer.ok) return 'done'
    const { place: there, timed } = clockOf(at)
    return refusalWords(answer, t, there, undefined, timed).title
  }
  async function bookTwo(first: FreePlace, second: FreePlace, who: Id): Promise<'done' | string | null> {
    const alone = { companionId: null, purpose }
    const wishes = [
      { ...spanOf(first), ...alone, personId: who },
      { ...spanOf(second), ...alone, personId: companionId ?? who },
    ]
    const said = await makeTogether(wishes, false)
    if (said === null) return null
    if ('made' in said) return 'done'
    if (said.code === 'not_for_them') return t('refused.notForThem', { name: said.detail.personName })
    if (said.code === 'not_found') return t('refused.notFound')
    const taken = said.detail.index === 0 ? first : second
    const about = { ...taken, personName: nameOf(said.detail.index === 0 ? who : companionId), day: today }
    const { place: there, timed } = clockOf(taken)
    return misfitWords(said.detail.misfit, about, t, there, timed)
  }
  const nameOf = (id: Booking['companionId']): string => people.find((person) => person.id === id)?.name ?? ''

  function press(event: KeyboardEvent) {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown') setActive(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0))
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) void book(rows[active])
    else return
    event.preventDefault()
  }
  // From whichever field was answered last.
  useKeys('dialog', { 'dialog.confirm': () => void book(rows[active]) })
  /** Out of a field below Esc leads back to the words, which would be gone with the window. An open list takes it for itself. */
  function leaveField(event: KeyboardEvent) {
    if (event.key !== 'Escape' || isComposing(event)) return
    if (event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    box.current?.focus()
  }

  return (
    <div className={styles.box}>
      <TextField
        ref={box}
        role="combobox"
        aria-label={t('find.words')}
        aria-expanded={rows.length > 0}
        aria-controls="found-seats"
        aria-activedescendant={rows.length === 0 ? undefined : `found-seat-${active}`}
        placeholder={t('find.hint')}
        longest={LONGEST.search}
        data-autofocus
        value={typed}
        onChange={(event) =>
          type(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
        }
        onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        onKeyDown={press}
      />
      <ul className={styles.chips} aria-label={t('find.understood')}>
        {chipsOf(read, today, rooms ?? [], t, place).map(({ text, isDoubt }) => (
          <li key={text}>{isDoubt ? <Badge tone="soon">{text}</Badge> : <Chip>{text}</Chip>}</li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields in it are what is pressed */}
      <div className={styles.people} onKeyDown={leaveField}>
        <PersonField
          ref={whoField}
          people={bookable.people}
          value={personId}
          onChange={answered(setPersonId)}
          isFirst={false}
        />
        {isTwo ? (
          <CompanionField
            ref={otherField}
            people={people.filter(({ id }) => id !== personId)}
            value={companionId}
            onChange={answered(setCompanionId)}
          />
        ) : null}
        <div>
          <FieldLabel>{t('ask.purpose')}</FieldLabel>
          <PurposeField value={purpose} onChange={answered(setPurpose)} />
        </div>
      </div>
      <p className={styles.refused} role="alert">
        {refused}
      </p>
      {isOnlyOwnInTheWay ? (
        <p className={styles.wait} role="status">
          {t('find.onlyOwnInTheWay', { name: nameOf(personId) })}
        </p>
      ) : null}
      {wait === null ? null : (
        <div className={styles.wait}>
          <span>{t('find.noneAsWanted')}</span>
          <Button
            size="small"
            onClick={() => {
              onClose()
              onWait(wait.asked, wait.roomId)
            }}
          >
            {waits('join.act')}
          </Button>
        </div>
      )}
      <div className={styles.results}>
        <FoundSeats
          fits={fits}
          near={near}
          active={active}
          isRead={search.data !== undefined}
          isPast={isPast}
          error={search.error}
          onRetry={() => void search.refetch()}
          onTake={(found) => void book(found)}
        />
      </div>
    </div>
  )
}
