import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HouseRoom } from '../../../../../shared/contract/house/rooms.ts'
import { LONGEST, MOST_ROOMS } from '../../../../../shared/contract/limits.ts'
import type { Id } from '../../../../../shared/contract/values.ts'
import { isBlank } from '../../../../../shared/text/characters.ts'
import { textsOf } from '../../../../lib/i18n.ts'
import { roomName } from '../../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../../lib/use-keys.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../../ui/DialogFoot.tsx'
import { Select } from '../../../../ui/Select.tsx'
import { SuggestField } from '../../../../ui/SuggestField.tsx'
import { TextField } from '../../../../ui/TextField.tsx'
import { useLeftForm } from '../../../../ui/use-left-form.ts'
import { type AddRefusal, addRoom, describeRoom, describeWords } from './keeping.actions.ts'
import styles from './RoomDialog.module.css'

export interface AddRoomDialogProps {
  rooms: readonly HouseRoom[]
  onAdded: (roomId: Id) => void
  onClose: () => void
}

/** One more room: what it is called, where it is, and after which room it is run. */
export function AddRoomDialog(props: AddRoomDialogProps) {
  const { t } = useTranslation('rooms')
  return (
    <Dialog isOpen onClose={props.onClose} title={t('add.title')} width={480}>
      <AddRoomForm {...props} />
    </Dialog>
  )
}

function AddRoomForm({ rooms, onAdded, onClose }: AddRoomDialogProps) {
  const { t } = useTranslation('rooms')
  const { t: common } = useTranslation('common')
  const empty = { name: '', site: '', likeRoomId: rooms[0]?.id ?? '', firstName: '' }
  const form = useLeftForm('room new', empty, () => textsOf('rooms')('add.title'))
  const { name, site, likeRoomId, firstName } = form.fields
  const unnamed = rooms.find((room) => room.name === '') ?? null
  const [hasTried, setHasTried] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [isSending, setIsSending] = useState(false)
  const isMissing = (words: string) => (hasTried && isBlank(words) ? t('keep.refused.name_missing') : undefined)

  async function send() {
    setHasTried(true)
    if (isSending || isBlank(name) || (unnamed !== null && isBlank(firstName))) return
    if (unnamed !== null && firstName.trim() === name.trim()) return setRefused(t('keep.refused.name_taken'))
    setIsSending(true)
    const why = await form.send(sent(), (answer) => answer === 'done')
    setIsSending(false)
    setRefused(why === 'done' ? null : why)
  }
  /** Why not, in words; null: told already. */
  async function sent(): Promise<'done' | string | null> {
    if (unnamed !== null) {
      // Among several each needs a name.
      const { site: where, coordinatorId } = unnamed
      const named = await describeRoom(unnamed, { name: firstName, site: where, coordinatorId }, null, true)
      if (named === null) return null
      if (!named.ok) return describeWords(named)
    }
    const added = await addRoom({ name, site, likeRoomId })
    if (added === null) return null
    if (!added.ok) return addWords(added)
    onClose()
    onAdded(added.value.id)
    return 'done'
  }
  const addWords = ({ code }: AddRefusal): string => t(`keep.refused.${code}`, { most: MOST_ROOMS })
  useKeys('dialog', { 'dialog.confirm': () => void send() })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const change = (part: Partial<typeof empty>) => {
    setRefused(null)
    form.change(part)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={t('keep.name')}
        placeholder={t('add.nameHint')}
        value={name}
        longest={LONGEST.roomName}
        error={isMissing(name)}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <SuggestField
        label={t('keep.site')}
        placeholder={t('keep.siteHint')}
        value={site}
        longest={LONGEST.site}
        suggestions={rooms.map((room) => room.site).filter(Boolean)}
        onChange={(words) => change({ site: words })}
      />
      {rooms.length < 2 ? null : (
        <Select
          label={t('add.like')}
          options={rooms.map((room) => ({ value: room.id, label: roomName(room) }))}
          value={likeRoomId}
          onChange={(roomId) => change({ likeRoomId: roomId })}
        />
      )}
      {unnamed === null ? null : (
        <TextField
          label={t('add.firstName')}
          description={t('add.firstNameHint')}
          value={firstName}
          longest={LONGEST.roomName}
          error={isMissing(firstName)}
          onChange={(event) => change({ firstName: event.currentTarget.value })}
        />
      )}
      <p className={styles.moves}>{t('add.hint')}</p>
      <DialogFoot>
        <p className={styles.refused} role="alert">
          {refused}
        </p>
        <Button onClick={form.cancelling(onClose)}>{common('action.cancel')}</Button>
        <Button type="submit" tone="primary" busy={isSending} chord={useChord('dialog.confirm')}>
          {t('add.do')}
        </Button>
      </DialogFoot>
    </form>
  )
}
