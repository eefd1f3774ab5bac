import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../shared/contract/house/rooms.ts'
import type { FreePlace, Purpose } from '../../../../shared/contract/seats/bookings.ts'
import type { Id, TimeOfDay } from '../../../../shared/contract/values.ts'
import { rulesOn } from '../../../../shared/domain/seats/room-rules.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { fullDayName, wholeLength } from '../../../lib/formats.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useRoomHere } from '../../../lib/room-here.ts'
import { sentences } from '../../../lib/sentences.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { PersonField, PurposeField } from '../booking/PeopleFields.tsx'
import { RefusalNote } from '../booking/RefusalNote.tsx'
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

interface WaitFields {
  readonly personId: Id | null
  readonly purpose: Purpose
  readonly from: TimeOfDay
  readonly to: TimeOfDay
  readonly minutes: number
  readonly seatId: string
  readonly hours: string
}

const ANY = 'any'
const ASK = 'ask'

function JoinForm({ asked, room }: { asked: AskedWait; room: HouseRoom }) {
  const { t } = useTranslation('waitlist')
  const { t: seats } = useTranslation('seats')
  const place = usePlace()
  const me = useSettings()?.me ?? null
  const bookable = useBookable(useQuery(everybody).data ?? [], me)
  // Another window may set the desk to somebody else: this stays of whoever sat here when it was opened.
  const [meThen] = useState(me)
  const { times, lengths } = useMemo(() => waitChoices(asked.date, room), [asked.date, room])
  /** What is asked for between two slots is waited for from opening to closing, until somebody says otherwise. */
  const onSlot = (time: TimeOfDay | null) => (time !== null && times.includes(time) ? time : null)
  const proposed: WaitFields = {
    ...{ personId: asked.personId ?? meThen, purpose: asked.purpose },
    ...{ from: onSlot(asked.from) ?? times[0] ?? '00:00', to: onSlot(asked.to) ?? times.at(-1) ?? '24:00' },
    minutes: asked.minutes ?? lengths.find((each) => each >= 60) ?? 60,
    ...{ seatId: asked.seatId ?? ANY, hours: ASK },
  }
  const about = [room.id, asked.date, asked.from, asked.to, asked.seatId, proposed.personId].join(' ')
  const form = useLeftForm(`wait ${about}`, proposed, () => textsOf('waitlist')('join.title'))
  const { personId, purpose, from, to, minutes, seatId, hours } = form.fields
  const [refusal, setRefusal] = useState<WaitRefusal | SeatsRefusal | null>(null)
  const [isSending, setIsSending] = useState(false)
  const [isAskingWho, setIsAskingWho] = useState(false)
  const whoField = useRef<HTMLInputElement>(null)
  const askWho = () => {
    setIsAskingWho(true)
    whoField.current?.focus()
  }
  const holdLength = wholeLength(rulesOn(room.rules, asked.date).holdMinutes, place.language)
  const isTooLong = minutesFrom(from, to) < minutes
  const words = refusal === null ? null : waitRefusalWords(refusal, t, seats, place, asked.date)

  async function send() {
    if (isSending || isTooLong) return
    if (personId === null) return askWho()
    setIsSending(true)
    const window = { date: asked.date, from, to, minutes, seatId: seatId === ANY ? null : seatId }
    const acceptHours = hours === ASK ? null : Number(hours)
    const companionId = asked.companionId === personId ? null : asked.companionId
    const asking = join({ roomId: room.id, personId, companionId, purpose, window, acceptHours })
    const answer = await form.send(asking, (given) => given?.ok === true)
    setIsSending(false)
    if (answer === null) return
    if (answer.ok) leaveWait()
    else setRefusal(answer)
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const change = (part: Partial<WaitFields>) => {
    setRefusal(null)
    setIsAskingWho(false)
    form.change(part)
  }
  /** What is free is not waited for: one press takes it. */
  async function take({ seatId, startsAt, endsAt }: FreePlace) {
    if (isSending) return
    if (personId === null) return askWho()
    setIsSending(true)
    const companionId = asked.companionId === personId ? null : asked.companionId
    const asking = reserve({ seatId, startsAt, endsAt, personId, companionId, purpose })
    const answer = await form.send(asking, (given) => given?.ok === true)
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
          onChange={(next) => change({ from: next })}
        />
        <Select
          label={t('join.to')}
          options={times.slice(1).map((value) => ({ value, label: value }))}
          value={to}
          onChange={(next) => change({ to: next })}
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
          onChange={(value) => change({ minutes: Number(value) })}
        />
      </div>
      <PersonField
        ref={whoField}
        people={bookable.people}
        value={personId}
        onChange={(next) => change({ personId: next })}
        error={isAskingWho ? t('join.whoFirst') : undefined}
        isFirst={personId === null}
      />
      <PurposeField value={purpose} onChange={(next) => change({ purpose: next })} />
      <div className={styles.two}>
        <Select
          label={t('join.seat')}
          options={[
            { value: ANY, label: t('join.anySeat') },
            ...room.seats.map(({ id, number }) => ({ value: id, label: seats('seat', { seat: number }) })),
          ]}
          value={seatId}
          onChange={(next) => change({ seatId: next })}
        />
        <Select
          label={t('join.accept')}
          options={[
            { value: ASK, label: t('join.ask') },
            ...HOURS_AHEAD.map((count) => ({ value: String(count), label: t('join.auto', { count }) })),
          ]}
          value={hours}
          onChange={(next) => change({ hours: next })}
        />
      </div>
      <RefusalNote
        words={isTooLong ? { title: t('join.tooLong', { length: lengthWords({ minutes }, place) }) } : words}
      />
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
        <Button onClick={form.cancelling(leaveWait)}>{t('join.leave')}</Button>
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
