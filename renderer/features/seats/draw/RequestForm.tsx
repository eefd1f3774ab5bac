import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawWindow, DrawWish, OfferedSlot } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
import { PersonField, PurposeField } from '../booking/PeopleFields.tsx'
import { RefusalNote } from '../booking/RefusalNote.tsx'
import type { RefusalWords } from '../booking/rooms-words.ts'
import { useBookable } from '../booking/use-bookable.ts'
import { type DrawRefusal, drawRefusalWords, minutesText, namesAsked, wishName } from './draw-words.ts'
import { changeRequest, handIn, tellTakenOut } from './draws.actions.ts'
import styles from './RequestForm.module.css'
import { TogetherField } from './TogetherField.tsx'
import { WishList } from './WishList.tsx'
import { A_START, WishPicker } from './WishPicker.tsx'
import { startsFor } from './wish-starts.ts'

const MOST_WISHES = 50

export interface RequestFormProps {
  window: DrawWindow
  slots: readonly OfferedSlot[]
  me: Id | null
  /** The request that is changed; null: a new one. */
  request: DrawWish | null
  /** For whom a new one begins; null: to be chosen. */
  forId: Id | null
  /** Requests are not taken any more: what was written stays to be read, with why it cannot be sent. */
  isClosed?: boolean
  /** Somebody took the request out while it was being changed. */
  isTakenOut?: boolean
  /** Whether something is written in it. */
  onWriting?: (isWriting: boolean) => void
  onDone: () => void
  /** Undefined: there is nothing to go back to. */
  onLeave?: (() => void) | undefined
}

interface RequestFields extends Pick<DrawWish, 'togetherWith' | 'purpose' | 'lengthMinutes' | 'wishes'> {
  personId: Id | null
}

/** Who, with whom, how long, and the wishes in their order. What is refused says why, and nothing written is lost. */
export function RequestForm({
  window,
  slots,
  me,
  request,
  forId,
  isClosed = false,
  isTakenOut = false,
  onWriting,
  onDone,
  onLeave,
}: RequestFormProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const people = useQuery(everybody).data ?? []
  const bookable = useBookable(people, me)
  const begun: RequestFields = {
    personId: request?.personId ?? forId,
    togetherWith: request?.togetherWith ?? [],
    purpose: request?.purpose ?? 'listen',
    lengthMinutes: request?.lengthMinutes ?? window.lengthsMinutes[0] ?? 60,
    wishes: request?.wishes ?? [],
  }
  const named = () => textsOf('draws')(request === null ? 'request.send' : 'request.save')
  const form = useLeftSeen(`request ${window.id} ${request?.id ?? forId ?? ''}`, request?.version ?? 0, begun, named)
  const { personId, togetherWith, purpose, lengthMinutes, wishes } = form.fields
  const [refused, setRefused] = useState<RefusalWords | null>(null)
  const whoField = useRef<HTMLInputElement>(null)
  const wishesBox = useRef<HTMLDivElement>(null)
  const [isSending, setIsSending] = useState(false)
  const isWriting = form.isChanged
  useEffect(() => {
    onWriting?.(isWriting)
  }, [onWriting, isWriting])
  useEffect(() => () => onWriting?.(false), [onWriting])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it went
  useEffect(() => {
    if (!isTakenOut || request === null) return
    form.forget()
    void tellTakenOut(request)
    onDone()
  }, [isTakenOut])
  /** Who is off the list stays asked with, until they are taken out here. */
  const asked = request === null ? new Map<Id, string>() : namesAsked(request, t)
  const closed: DrawRefusal = { ok: false, code: 'closed', detail: { closesAt: window.closesAt } }
  const byId = new Map(slots.map((slot) => [slot.id, slot]))
  const roomOf = useSeatRooms()
  const nameOf = (slotId: string) => wishName(byId.get(slotId), lengthMinutes, roomOf)
  const changed =
    <Name extends keyof RequestFields>(name: Name) =>
    (value: RequestFields[Name]) => {
      setRefused(null)
      form.change({ [name]: value })
    }
  /** Wishes that are none of that length are left out. */
  const chooseLength = (minutes: number) => {
    const starts = new Set(startsFor(slots, minutes).map(({ id }) => id))
    setRefused(null)
    form.change({ lengthMinutes: minutes, wishes: wishes.filter((id) => starts.has(id)) })
  }
  const toggle = (slotId: string) => {
    setRefused(wishes.length >= MOST_WISHES && !wishes.includes(slotId) ? { title: t('wish.full') } : null)
    if (wishes.includes(slotId)) form.change({ wishes: wishes.filter((id) => id !== slotId) })
    else if (wishes.length < MOST_WISHES) form.change({ wishes: [...wishes, slotId] })
  }
  async function send() {
    if (isSending || isClosed || form.isCatchingUp) return
    if (personId === null) {
      setRefused({ title: t('request.whoFirst') })
      return whoField.current?.focus()
    }
    if (wishes.length === 0) {
      setRefused({ title: t('request.wishFirst') })
      // Where none begins on the day that is shown, another one is to be chosen first.
      const box = wishesBox.current
      return (box?.querySelector<HTMLElement>(A_START) ?? box?.querySelector('input'))?.focus()
    }
    setIsSending(true)
    const wish = { togetherWith: togetherWith.filter((id) => id !== personId), purpose, lengthMinutes, wishes }
    const said = await form.send(
      request === null ? handIn(window.id, personId, wish) : changeRequest(request, wish, form.seen),
    )
    setIsSending(false)
    if (said === true) onDone()
    else if (said !== null) setRefused(drawRefusalWords(said, t, place))
  }
  useKeys('draws', { 'draws.send': () => void send() }, !isClosed)
  const sendChord = useChord('draws.send')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className={styles.two}>
        {request === null ? (
          <PersonField
            ref={whoField}
            people={bookable.people}
            value={personId}
            onChange={changed('personId')}
            isFirst={false}
            error={undefined}
          />
        ) : null}
        <TogetherField
          people={people.filter(({ id }) => id !== personId)}
          value={togetherWith}
          named={asked}
          onChange={changed('togetherWith')}
        />
      </div>
      <div className={styles.two}>
        <div>
          <FieldLabel>{t('request.purpose')}</FieldLabel>
          <PurposeField value={purpose} onChange={changed('purpose')} />
        </div>
        {window.lengthsMinutes.length > 1 ? (
          <div>
            <FieldLabel>{t('request.length')}</FieldLabel>
            <SegmentedControl
              label={t('request.length')}
              options={window.lengthsMinutes.map((minutes) => ({
                value: String(minutes),
                label: minutesText(minutes, place),
              }))}
              value={String(lengthMinutes)}
              onChange={(value) => chooseLength(Number(value))}
            />
          </div>
        ) : null}
      </div>
      <div ref={wishesBox} className={styles.wishes}>
        <WishPicker window={window} slots={slots} lengthMinutes={lengthMinutes} wishes={wishes} onToggle={toggle} />
        <WishList wishes={wishes} nameOf={nameOf} onChange={changed('wishes')} />
      </div>
      <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
      <RefusalNote words={isClosed ? drawRefusalWords(closed, t, place) : refused} />
      <div className={styles.acts}>
        {isClosed ? null : (
          <Button type="submit" tone="primary" chord={sendChord} busy={isSending} disabled={form.isCatchingUp}>
            <SaveWords stale={form.stale} isLooking={form.isLooking}>
              {t(request === null ? 'request.send' : 'request.save')}
            </SaveWords>
          </Button>
        )}
        {onLeave === undefined ? null : <Button onClick={form.cancelling(onLeave)}>{t('request.leave')}</Button>}
      </div>
    </form>
  )
}
