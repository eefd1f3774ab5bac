import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CancelHits, HitBooking, HitDraw, HitWait } from '../../../../../shared/contract/house/rooms.ts'
import { LONGEST } from '../../../../../shared/contract/limits.ts'
import type { Id } from '../../../../../shared/contract/values.ts'
import { isBlank } from '../../../../../shared/text/characters.ts'
import { dateIn, dayName, dayOf, timeRange } from '../../../../lib/formats.ts'
import { textsOf } from '../../../../lib/i18n.ts'
import { instantNow } from '../../../../lib/now.ts'
import { usePlace } from '../../../../lib/place-store.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/Checkbox.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../../ui/DialogFoot.tsx'
import { ScrollBox } from '../../../../ui/ScrollBox.tsx'
import { SegmentedControl } from '../../../../ui/SegmentedControl.tsx'
import { SheetTable } from '../../../../ui/SheetTable.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useLeftForm } from '../../../../ui/use-left-form.ts'
import { Whole } from '../../../../ui/Whole.tsx'
import styles from './HitsDialog.module.css'

export interface Hits {
  mark: string
  count: number
  hits: readonly HitBooking[]
  waits: readonly HitWait[]
  draws: readonly HitDraw[]
}

const TITLES = { rules: 'hits.title', zone: 'hits.titleZone', close: 'hits.titleClose' } as const

/** What they are in the way of. */
export type HitBy = 'rules' | 'zone' | 'close'

export interface HitsDialogProps extends Hits {
  about: HitBy
  /** Of this room: what was begun for another one is not gone on with here. */
  roomId: Id
  isBusy: boolean
  /** True once it is done. */
  onSave: (cancel: CancelHits | null) => Promise<boolean>
  onClose: () => void
}

/** Which bookings do not fit any more, and what becomes of them. */
export function HitsDialog({
  about,
  roomId,
  mark,
  count,
  hits,
  waits,
  draws,
  isBusy,
  onSave,
  onClose,
}: HitsDialogProps) {
  const { t } = useTranslation('rooms')
  const place = usePlace()
  const form = useLeftForm<{ choice: 'keep' | 'cancel'; reason: string }>(
    `hits ${about} ${roomId}`,
    { choice: 'keep', reason: '' },
    () => textsOf('rooms')(TITLES[about], { count }),
  )
  const { choice, reason } = form.fields
  const able = hits.filter((hit) => !hit.isRunning).map((hit) => hit.bookingId)
  const unlistedCount = count - hits.length
  // What comes to the list while somebody looks at it is not among them: nobody cancels what they never read.
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(() => new Set(able))
  const chosen = new Set(able.filter((bookingId) => ticked.has(bookingId)))
  const [wantsUnlisted, setWithUnlisted] = useState(unlistedCount > 0)
  const withUnlisted = wantsUnlisted && unlistedCount > 0
  const [firstMark] = useState(mark)
  const [isAsking, setIsAsking] = useState(false)
  const reasonField = useRef<HTMLInputElement>(null)
  const isCancelling = choice === 'cancel'
  const isClosing = about === 'close'
  const chosenCount = chosen.size + (withUnlisted ? unlistedCount : 0)
  const title = count === 0 ? t(isClosing ? 'hits.titleOthers' : 'hits.titleOthersRules') : t(TITLES[about], { count })
  const save = (event: FormEvent) => {
    event.preventDefault()
    // The form that asked stands around it: it would send its own wish once more.
    event.stopPropagation()
    if (!isCancelling || chosenCount === 0) return void form.send(onSave(null))
    if (isBlank(reason)) {
      setIsAsking(true)
      return reasonField.current?.focus()
    }
    void form.send(onSave({ bookingIds: [...chosen], withUnlisted, reason }))
  }
  const choose = (bookingId: Id, isChosen: boolean) => {
    const next = new Set(ticked)
    if (isChosen) next.add(bookingId)
    else next.delete(bookingId)
    setTicked(next)
  }
  const whenOf = ({ startsAt, endsAt }: HitBooking) =>
    `${dayOf(startsAt, place, instantNow())} ${timeRange(startsAt, endsAt, place)}`
  const placeOf = (hit: HitBooking) => t('place', { seat: hit.seatNumber, time: whenOf(hit) })
  const whyOf = ({ reason: why, name }: HitBooking) => {
    const words = name === null ? '' : name[place.language] || name.zh || name.en
    return words === '' ? t(`hits.reason.${why}`) : t('hits.reason.closed_day_for', { name: words })
  }
  return (
    <Dialog isOpen onClose={onClose} title={title} width={680}>
      <form className="stack" onSubmit={save}>
        {mark === firstMark ? null : (
          <p className={styles.changed} role="alert">
            {t('hits.changed')}
          </p>
        )}
        {count === 0 ? null : (
          <ScrollBox label={title} height={280}>
            <SheetTable
              heads={[
                { key: 'who', head: t('hits.who') },
                { key: 'place', head: t('hits.place') },
                { key: 'why', head: t('hits.why') },
              ]}
            >
              {hits.map((hit) => (
                <tr key={hit.bookingId}>
                  <td className={styles.who}>
                    {isCancelling && !hit.isRunning ? (
                      <Checkbox
                        aria-label={t('hits.choose', { name: hit.personName, place: placeOf(hit) })}
                        label={hit.personName}
                        checked={chosen.has(hit.bookingId)}
                        onChange={(isChosen) => choose(hit.bookingId, isChosen)}
                      />
                    ) : (
                      hit.personName
                    )}
                  </td>
                  <td className="figures">
                    <Whole words={placeOf(hit)} />
                  </td>
                  <td>{hit.isRunning ? t('hits.running') : whyOf(hit)}</td>
                </tr>
              ))}
            </SheetTable>
          </ScrollBox>
        )}
        {unlistedCount > 0 ? <p className={styles.more}>{t('hits.more', { count: hits.length })}</p> : null}
        <AlsoHit waits={waits} draws={draws} isClosing={isClosing} />
        {count === 0 ? null : (
          <SegmentedControl<'keep' | 'cancel'>
            label={t('hits.choice')}
            fullWidth
            value={choice}
            onChange={(next) => form.change({ choice: next })}
            options={[
              { value: 'keep', label: t('hits.keep') },
              { value: 'cancel', label: t('hits.cancel') },
            ]}
          />
        )}
        {isCancelling && able.length > 1 ? (
          <div className={styles.which}>
            <Checkbox
              label={t('hits.all', { count: able.length })}
              checked={chosen.size === able.length}
              indeterminate={chosen.size > 0 && chosen.size < able.length}
              onChange={(isWanted) => setTicked(new Set(isWanted ? able : []))}
            />
            {unlistedCount > 0 ? (
              <Checkbox
                label={t('hits.unlisted', { count: unlistedCount })}
                checked={withUnlisted}
                onChange={setWithUnlisted}
              />
            ) : null}
          </div>
        ) : null}
        {isCancelling ? (
          <TextField
            ref={reasonField}
            label={t('hits.because')}
            value={reason}
            onChange={(event) => form.change({ reason: event.currentTarget.value })}
            longest={LONGEST.bookingReason}
            error={isAsking && isBlank(reason) ? t('hits.becauseMissing') : undefined}
          />
        ) : null}
        <DialogFoot>
          <Button onClick={form.cancelling(onClose)}>{t(about === 'rules' ? 'hits.back' : 'hits.backHere')}</Button>
          <Button type="submit" tone="primary" busy={isBusy}>
            {isClosing
              ? isCancelling
                ? t('hits.doCancelClose', { count: chosenCount })
                : t(count === 0 ? 'hits.doCloseAnyway' : 'hits.doKeepClose')
              : isCancelling
                ? t('hits.doCancel', { count: chosenCount })
                : t(count === 0 ? 'hits.doSaveAnyway' : 'hits.doKeep')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}

/** Who waits for places that go, and draws that offer some: they are told nothing by this, so whoever takes them away knows. */
function AlsoHit({ waits, draws, isClosing }: Pick<Hits, 'waits' | 'draws'> & { isClosing: boolean }) {
  const { t } = useTranslation('rooms')
  const place = usePlace()
  if (waits.length + draws.length === 0) return null
  const day = (date: string) => dayName(date, place)
  return (
    <ul className={styles.also}>
      {waits.map(({ waitId, personName: name, date, from, to, isHeld }) => (
        <li key={`${waitId} ${date} ${from}`}>
          <Whole
            words={t(`hits.${isHeld ? 'held' : 'waits'}${isClosing ? '' : 'Rules'}`, {
              name,
              day: day(date),
              from,
              to,
            })}
          />
        </li>
      ))}
      {draws.map(({ windowId, from, to, closesAt }) => (
        <li key={windowId}>
          <Whole
            words={t(isClosing ? 'hits.draw' : 'hits.drawRules', {
              days: from === to ? day(from) : `${day(from)}–${day(to)}`,
              until: day(dateIn(closesAt, place.timeZone)),
            })}
          />
        </li>
      ))}
    </ul>
  )
}
