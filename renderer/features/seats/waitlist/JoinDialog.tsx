import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { FreePlace } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, TimeOfDay } from '../../../../shared/contract/values.ts'
import { rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { fullDayName, wholeLength } from '../../../lib/formats.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { sentences } from '../../../lib/sentences.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { Select } from '../../../ui/Select.tsx'
import { PersonField, PurposeField } from '../booking/PeopleFields.tsx'
import { placeName, type SeatsRefusal } from '../booking/refusal-words.ts'
import { useBookable } from '../booking/use-bookable.ts'
import { reserve } from '../seats.actions.ts'
import { type AskedWait, leaveWait, useAskedWait } from './asked-wait.ts'
import styles from './JoinDialog.module.css'
import { HOURS_AHEAD, minutesFrom, waitChoices } from './wait-choices.ts'
import { join } from './waitlist.actions.ts'
import { lengthWords, type WaitRefusal, waitRefusalWords } from './waitlist-words.ts'

/** What would do, and whether it may be booked unasked. */
export function JoinDialog() {
  const { t } = useTranslation('waitlist')
  const asked = useAskedWait((state) => state.asked)
  const room = useRoomHere().data
  useEffect(() => leaveWait, [])
  if (asked === null || room === undefined) return null
  return (
    <Dialog isOpen onClose={leaveWait} title={t('join.title')} width={460}>
      <JoinForm asked={asked} room={room} />
    </Dialog>
  )
}

const ANY = 'any'
const ASK = 'ask'

function JoinForm({ asked, room }: { asked: AskedWait; room: HouseRoom }) {
  const { t } = useTranslation('waitlist')
  const { t: seats } = useTranslation('seats')
  const place = usePlace()
  const me = useSettings()?.me ?? null
  const bookable = useBookable(useQuery(everybody).data ?? [], me)
  const { times, lengths } = useMemo(() => waitChoices(asked.date, room), [asked.date, room])
  const [personId, setPersonId] = useState<Id | null>(asked.personId ?? me)
  const [purpose, setPurpose] = useState(asked.purpose)
  /** What is asked for between two slots is waited for from opening to closing, until somebody says otherwise. */
  const onSlot = (time: TimeOfDay | null) => (time !== null && times.includes(time) ? time : null)
  const [from, setFrom] = useState(onSlot(asked.from) ?? times[0] ?? '00:00')
  const [to, setTo] = useState(onSlot(asked.to) ?? times.at(-1) ?? '24:00')
  const [minutes, setMinutes] = useState(asked.minutes ?? lengths.find((each) => each >= 60) ?? 60)
  const [seatId, setSeatId] = useState<string>(asked.seatId ?? ANY)
  const [hours, setHours] = useState<string>(ASK)
  const [refusal, setRefusal] = useState<WaitRefusal | SeatsRefusal | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [isAskingWho, setIsAskingWho] = useState(false)
  const holdLength = wholeLength(rulesOn(room.rules, asked.date).holdMinutes, place.language)
  const isTooLong = minutesFrom(from, to) < minutes
  const words = refusal === null ? null : waitRefusalWords(refusal, t, seats, place, asked.date)

  async function send() {
    if (isSending || isTooLong) return
    if (personId === null) return setIsAskingWho(true)
    setIsSending(true)
    const window = { date: asked.date, from, to, minutes, seatId: seatId === ANY ? null : seatId }
    const acceptHours = hours === ASK ? null : Number(hours)
    const companionId = asked.companionId === personId ? null : asked.companionId
    const answer = await join({ roomId: room.id, personId, companionId, purpose, window, acceptHours })
    setIsSending(false)
    if (answer === null) return
    if (answer.ok) leaveWait()
    else setRefusal(answer)
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const changed =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setRefusal(null)
      setIsAskingWho(false)
      set(value)
    }
  /** What is free is not waited for: one press takes it. */
  async function take({ seatId, startsAt, endsAt }: FreePlace) {
    if (isSending) return
    if (personId === null) return setIsAskingWho(true)
    setIsSending(true)
    const companionId = asked.companionId === personId ? null : asked.companionId
    const answer = await reserve({ seatId, startsAt, endsAt, personId, companionId, purpose })
    setIsSending(false)
    if (answer === null) return
    if (answer.ok) leaveWait()
    else setRefusal(answer)
  }
  const free = refusal?.code === 'has_free' ? refusal.detail.free : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className={styles.day}>{fullDayName(asked.date, place.language)}</p>
      <div className={styles.three}>
        <Select
          label={t('join.from')}
          options={times.slice(0, -1).map((value) => ({ value, label: value }))}
          value={from}
          onChange={changed(setFrom)}
        />
        <Select
          label={t('join.to')}
          options={times.slice(1).map((value) => ({ value, label: value }))}
          value={to}
          onChange={changed(setTo)}
        />
        <Select
          label={t('join.length')}
          options={[...new Set([...lengths, minutes])]
            .sort((a, b) => a - b)
            .map((each) => ({
              value: String(each),
              label: lengthWords({ minutes: each }, place),
            }))}
          value={String(minutes)}
          onChange={changed((value) => setMinutes(Number(value)))}
        />
      </div>
      <PersonField
        people={bookable.people}
        value={personId}
        onChange={changed(setPersonId)}
        error={isAskingWho ? t('join.whoFirst') : undefined}
        isFirst={personId === null}
      />
      <PurposeField value={purpose} onChange={changed(setPurpose)} />
      <div className={styles.two}>
        <Select
          label={t('join.seat')}
          options={[
            { value: ANY, label: t('join.anySeat') },
            ...room.seats.map(({ id, number }) => ({ value: id, label: seats('seat', { seat: number }) })),
          ]}
          value={seatId}
          onChange={changed(setSeatId)}
        />
        <Select
          label={t('join.accept')}
          options={[
            { value: ASK, label: t('join.ask') },
            ...HOURS_AHEAD.map((count) => ({ value: String(count), label: t('join.auto', { count }) })),
          ]}
          value={hours}
          onChange={changed(setHours)}
        />
      </div>
      {isTooLong || words !== null ? (
        <p className={styles.refusal} role="alert">
          {isTooLong ? t('join.tooLong', { length: lengthWords({ minutes }, place) }) : words?.title}
          {isTooLong || words?.hint === undefined ? null : <span>{words.hint}</span>}
        </p>
      ) : null}
      {free.length === 0 ? null : (
        <div className={styles.free}>
          {free.map((each) => (
            <Button key={`${each.seatId} ${each.startsAt}`} size="small" onClick={() => void take(each)}>
              {seats('refused.take', { place: placeName(seats, each, place) })}
            </Button>
          ))}
        </div>
      )}
      <p className={styles.rules}>{sentences(t('order'), t('join.hold', { length: holdLength }))}</p>
      <DialogFoot>
        <Button onClick={leaveWait}>{t('join.leave')}</Button>
        <Button
          type="submit"
          tone="primary"
          chord="Enter"
          busy={isSending}
          disabled={isTooLong}
          data-autofocus={personId !== null || undefined}
        >
          {t('join.do')}
        </Button>
      </DialogFoot>
    </form>
  )
}
