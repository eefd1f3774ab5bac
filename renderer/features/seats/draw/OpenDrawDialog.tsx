import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DrawPlan } from '../../../../shared/contract/seats/draws.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { daysAfter } from '../../../../shared/domain/wall-clock.ts'
import { theRooms } from '../../../lib/common-queries.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { todayIn } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { roomName } from '../../../lib/seat-rooms.ts'
import { readTimeOfDay } from '../../../lib/time-typed.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DateField, type FieldToGoTo } from '../../../ui/DateField.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { FieldLabel } from '../../../ui/FieldLabel.tsx'
import { SegmentedControl } from '../../../ui/SegmentedControl.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { useLeftForm } from '../../../ui/use-left-form.ts'
import { RefusalNote } from '../booking/RefusalNote.tsx'
import type { RefusalWords } from '../booking/rooms-words.ts'
import { type Closing, ClosingFields } from './ClosingFields.tsx'
import { closingAt } from './closing-time.ts'
import { drawRefusalWords } from './draw-words.ts'
import { openDraw } from './draws.actions.ts'
import styles from './OpenDrawDialog.module.css'
import { PlanPreview } from './PlanPreview.tsx'

const LENGTHS = [30, 60, 90, 120, 180, 240]

export interface OpenDrawDialogProps {
  onClose: () => void
  onOpened: (windowId: Id) => void
}

/** The coordinator's form: days, hours, lengths, until when; and what that would offer, before it is opened. */
export function OpenDrawDialog(props: OpenDrawDialogProps) {
  const { t } = useTranslation('draws')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('opening.title')} width={560}>
      <OpenDrawForm {...props} />
    </Dialog>
  )
}

interface DrawFields {
  /** Null: the first room. */
  roomIds: Id[] | null
  from: string | null
  to: string | null
  hasHours: boolean
  hours: { from: string; to: string }
  lengthsMinutes: number[]
  closing: Closing
}

const proposedOn = (today: string): DrawFields => ({
  roomIds: null,
  from: daysAfter(today, 7),
  to: daysAfter(today, 7),
  hasHours: false,
  hours: { from: '09:00', to: '12:00' },
  lengthsMinutes: [60],
  closing: { date: daysAfter(today, 3), time: '18:00' },
})

function OpenDrawForm({ onClose, onOpened }: OpenDrawDialogProps) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const today = todayIn(place)
  const rooms = useQuery(theRooms).data ?? []
  const form = useLeftForm('draw', proposedOn(today), () => textsOf('draws')('opening.title'))
  const { from, to, hasHours, hours, lengthsMinutes, closing } = form.fields
  const [refused, setRefused] = useState<RefusalWords | null>(null)
  const [isSending, setIsSending] = useState(false)
  const roomIds = form.fields.roomIds ?? rooms.slice(0, 1).map(({ id }) => id)
  const hourFrom = readTimeOfDay(hours.from)
  const hourTo = readTimeOfDay(hours.to)
  const span = !hasHours ? null : hourFrom === null || hourTo === null ? undefined : { from: hourFrom, to: hourTo }
  const plan: DrawPlan | null =
    from === null || to === null || span === undefined || roomIds.length === 0
      ? null
      : { roomIds, from, to, hours: span, lengthsMinutes }
  const closesAt = closingAt(closing.date, closing.time, place.timeZone)

  const days = { from: useRef<FieldToGoTo>(null), to: useRef<FieldToGoTo>(null) }
  const edges = { from: useRef<HTMLInputElement>(null), to: useRef<HTMLInputElement>(null) }
  const closes = { day: useRef<FieldToGoTo>(null), clock: useRef<HTMLInputElement>(null) }
  /** The first that is not filled in, as they stand. */
  const missing = () => {
    if (from === null || to === null) return from === null ? days.from : days.to
    if (span === undefined) return hourFrom === null ? edges.from : edges.to
    return closing.date === null ? closes.day : closes.clock
  }

  async function open() {
    if (isSending) return
    if (plan === null || closesAt === null) {
      setRefused({ title: t('opening.incomplete') })
      return missing().current?.focus()
    }
    setIsSending(true)
    const said = await form.send(openDraw(plan, closesAt), (answer) => answer !== null && !('code' in answer))
    setIsSending(false)
    if (said === null) return
    if ('code' in said) return setRefused(drawRefusalWords(said, t, place))
    onClose()
    onOpened(said.id)
  }
  useKeys('dialog', { 'dialog.confirm': () => void open() })
  const change = (part: Partial<DrawFields>) => {
    setRefused(null)
    form.change(part)
  }
  /** The last one stays: a window has a room and a length. */
  const toggled = <Value,>(all: readonly Value[], value: Value): Value[] =>
    !all.includes(value) ? [...all, value] : all.length === 1 ? [...all] : all.filter((each) => each !== value)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void open()
  }
  return (
    <form className="stack" onSubmit={submit}>
      {rooms.length > 1 ? (
        <div>
          <FieldLabel>{t('opening.rooms')}</FieldLabel>
          <div className={styles.fields}>
            {rooms.map((room) => (
              <Chip
                key={room.id}
                selected={roomIds.includes(room.id)}
                onSelect={() => change({ roomIds: toggled(roomIds, room.id) })}
              >
                {roomName(room)}
              </Chip>
            ))}
          </div>
        </div>
      ) : null}
      <div className={styles.fields}>
        <div>
          <FieldLabel>{t('opening.from')}</FieldLabel>
          <DateField ref={days.from} label={t('opening.from')} value={from} onChange={(day) => change({ from: day })} />
        </div>
        <div>
          <FieldLabel>{t('opening.to')}</FieldLabel>
          <DateField ref={days.to} label={t('opening.to')} value={to} onChange={(day) => change({ to: day })} />
        </div>
        <div>
          <FieldLabel>{t('opening.hours')}</FieldLabel>
          <SegmentedControl
            label={t('opening.hours')}
            options={[
              { value: 'all', label: t('opening.allDay') },
              { value: 'some', label: t('opening.someHours') },
            ]}
            value={hasHours ? 'some' : 'all'}
            onChange={(value) => change({ hasHours: value === 'some' })}
          />
        </div>
      </div>
      {hasHours ? (
        <div className={styles.fields}>
          {(['from', 'to'] as const).map((edge) => (
            <TextField
              key={edge}
              ref={edges[edge]}
              label={t(edge === 'from' ? 'opening.hourFrom' : 'opening.hourTo')}
              size="xs"
              w={92}
              value={hours[edge]}
              onChange={(event) => change({ hours: { ...hours, [edge]: event.currentTarget.value } })}
            />
          ))}
        </div>
      ) : null}
      <div>
        <FieldLabel>{t('opening.lengths')}</FieldLabel>
        <div className={styles.fields}>
          {LENGTHS.map((minutes) => (
            <Chip
              key={minutes}
              selected={lengthsMinutes.includes(minutes)}
              onSelect={() => change({ lengthsMinutes: toggled(lengthsMinutes, minutes) })}
            >
              {t('opening.minutes', { count: minutes })}
            </Chip>
          ))}
        </div>
        <p className={styles.hint}>{t('opening.lengthsHint')}</p>
      </div>
      <ClosingFields {...closing} {...closes} onChange={(part) => change({ closing: { ...closing, ...part } })} />
      <PlanPreview plan={plan} />
      <RefusalNote words={refused} />
      <DialogFoot>
        <Button onClick={form.cancelling(onClose)}>{t('opening.leave')}</Button>
        <Button type="submit" tone="primary" chord="Enter" busy={isSending} data-autofocus>
          {t('opening.do')}
        </Button>
      </DialogFoot>
    </form>
  )
}
