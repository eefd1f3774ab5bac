import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import { LONGEST } from '../../../../../shared/contract/limits.ts'
import { instantAt } from '../../../../../shared/domain/wall-clock.ts'
import { everybody } from '../../../../lib/common-queries.ts'
import { dateIn, wallTime } from '../../../../lib/formats.ts'
import { textsOf } from '../../../../lib/i18n.ts'
import { instantNow } from '../../../../lib/now.ts'
import { peopleOptions } from '../../../../lib/people-options.ts'
import { usePlace, ZoneHere } from '../../../../lib/place-store.ts'
import { useChord, useKeys } from '../../../../lib/use-keys.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../../ui/ChangedMeanwhile.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../../ui/DialogFoot.tsx'
import { SearchSelect } from '../../../../ui/SearchSelect.tsx'
import { SuggestField } from '../../../../ui/SuggestField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useLeftSeen } from '../../../../ui/use-left-form.ts'
import { type Hits, HitsDialog } from '../rules/HitsDialog.tsx'
import { describeRoom, describeWords, setZone, type Told } from './keeping.actions.ts'
import styles from './RoomDialog.module.css'
import { zoneOptions } from './zones.ts'

export interface RoomDialogProps {
  room: HouseRoom
  rooms: readonly HouseRoom[]
  onClose: () => void
}

/** What a room is called, where it is, who runs it, and by which clock. */
export function RoomDialog(props: RoomDialogProps) {
  const { t } = useTranslation('rooms')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('keep.title')} width={480}>
      <RoomForm {...props} />
    </Dialog>
  )
}

function RoomForm({ room, rooms, onClose }: RoomDialogProps) {
  const { t } = useTranslation('rooms')
  const { t: common } = useTranslation('common')
  const { language } = usePlace()
  const people = useQuery(everybody).data ?? []
  const { name, site, coordinatorId, timeZone } = room
  const seen = useLeftSeen(`room ${room.id}`, room.version, { name, site, coordinatorId, timeZone }, () =>
    textsOf('rooms')('keep.title'),
  )
  const form = seen.fields
  const [refused, setRefused] = useState<string | null>(null)
  const [hits, setHits] = useState<Hits | null>(null)
  const [isSending, setIsSending] = useState(false)
  const isMoved = form.timeZone !== room.timeZone
  const isDescribed = form.name !== name || form.site !== site || form.coordinatorId !== coordinatorId

  async function send(told?: Told) {
    if (isSending || seen.isCatchingUp) return false
    setIsSending(true)
    const why = await seen.send(sent(told), (answer) => answer === 'done').finally(() => setIsSending(false))
    if (why === 'done') onClose()
    else setRefused(why)
    return why === 'done'
  }
  /** Null: told already, or to be asked about. */
  async function sent(told?: Told): Promise<'done' | string | null> {
    let { version } = seen.seen
    if (isDescribed) {
      const answer = await describeRoom(room, form, seen.seen, isMoved)
      if (answer === null) return null
      if (!answer.ok) return describeWords(answer)
      version = answer.value.version
      // Kept already; the zone alone may still be asked about.
      seen.taken({ ...form, timeZone })
    }
    if (!isMoved) return 'done'
    const answer = await setZone(room, version, form.timeZone, told)
    if (answer === null) return null
    setHits(answer.ok || answer.code !== 'hits_bookings' ? null : answer.detail)
    if (answer.ok) return 'done'
    return answer.code === 'hits_bookings' ? null : t(`keep.refused.${answer.code}`)
  }
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const change = (part: Partial<typeof form>) => {
    setRefused(null)
    seen.change(part)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const ten = instantAt(dateIn(instantNow(), timeZone), '10:00', timeZone)
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('keep.name')}
        placeholder={rooms.length > 1 ? undefined : t('keep.nameOptional')}
        value={form.name}
        longest={LONGEST.roomName}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <SuggestField
        label={t('keep.site')}
        placeholder={t('keep.siteHint')}
        value={form.site}
        longest={LONGEST.site}
        suggestions={rooms.map((one) => one.site).filter(Boolean)}
        onChange={(words) => change({ site: words })}
      />
      <SearchSelect
        label={t('keep.coordinator')}
        placeholder={t('keep.coordinatorHint')}
        clearable
        options={peopleOptions(people)}
        value={form.coordinatorId}
        onChange={(personId) => change({ coordinatorId: personId })}
      />
      <div>
        <SearchSelect
          label={t('keep.zone')}
          options={zoneOptions(language, timeZone)}
          value={form.timeZone}
          onChange={(zone) => change({ timeZone: zone ?? timeZone })}
        />
        {isMoved ? (
          <p className={styles.moves}>
            {t('keep.zoneMoves', { before: '10:00', after: wallTime(ten, { language, timeZone: form.timeZone }) })}
          </p>
        ) : null}
      </div>
      <ChangedMeanwhile {...seen} onLook={seen.look} />
      <DialogFoot>
        <p className={styles.refused} role="alert">
          {refused}
        </p>
        <Button onClick={seen.cancelling(onClose)}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSending} chord={useChord('dialog.confirm')}>
          <SaveWords {...seen}>{common('action.save')}</SaveWords>
        </Button>
      </DialogFoot>
      {hits === null ? null : (
        // As the bookings will read: by the new clock.
        <ZoneHere value={form.timeZone}>
          <HitsDialog
            {...hits}
            about="zone"
            roomId={room.id}
            isBusy={isSending}
            onClose={() => setHits(null)}
            onSave={(chosen) => send({ toldHits: hits.mark, cancel: chosen })}
          />
        </ZoneHere>
      )}
    </form>
  )
}
