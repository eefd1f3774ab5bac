import { Pencil, RotateCw, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NoteKind } from '../../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isComposing } from '../../../lib/composition.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './NoteItem.module.css'

/** A stored note or one on its way, as the list shows both. */
export interface ShownNote {
  readonly id: Id
  readonly kind: NoteKind
  readonly text: string
  readonly offsetMs: number
  readonly issueTypeId: string | null
  readonly state: 'stored' | 'sending' | 'failed'
  readonly isEdited: boolean
  readonly isQuoted: boolean
}

export interface NoteItemProps {
  note: ShownNote
  types: readonly IssueType[]
  isBeingEdited: boolean
  onEdit: () => void
  onRemove: () => void
  onSendAgain: () => void
  onTakeUp: () => void
}

export function NoteItem({ note, types, isBeingEdited, onEdit, onRemove, onSendAgain, onTakeUp }: NoteItemProps) {
  const { t, i18n } = useTranslation('listen')
  const type = types.find((each) => each.id === note.issueTypeId)
  const pressed = (event: KeyboardEvent<HTMLLIElement>) => {
    if (isComposing(event) || event.target !== event.currentTarget || note.state !== 'stored') return
    if (event.key === 'Enter' || event.key === 'e') onEdit()
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    else return
    event.preventDefault()
  }
  return (
    <li
      className={styles.note}
      data-kind={note.kind}
      data-state={note.state}
      data-edited={isBeingEdited || undefined}
      data-note-id={note.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: notes are walked with the arrow keys, and edited or removed from there
      tabIndex={0}
      onKeyDown={pressed}
    >
      <span className={styles.mark}>
        <Timecode offsetMs={note.offsetMs} />
      </span>
      <div className={styles.body}>
        <p className={styles.text}>{note.text}</p>
        <p className={styles.meta}>
          <span className={styles.kind}>{t(`kind.${note.kind}`)}</span>
          {type === undefined ? null : <span>{i18n.language === 'en' ? type.nameEn : type.nameZh}</span>}
          {note.isEdited ? <span>{t('note.edited')}</span> : null}
          {note.isQuoted ? <Badge tone="accent">{t('note.quoted')}</Badge> : null}
          {note.state === 'sending' ? <span>{t('note.sending')}</span> : null}
        </p>
      </div>
      {note.state === 'failed' ? (
        <div className={styles.failed} role="alert">
          <span>{t('note.failed')}</span>
          <Button size="small" icon={<RotateCw aria-hidden="true" />} onClick={onSendAgain}>
            {t('note.sendAgain')}
          </Button>
          <Button size="small" tone="quiet" onClick={onTakeUp}>
            {t('note.putBack')}
          </Button>
        </div>
      ) : null}
      {note.state === 'stored' ? (
        <div className={styles.actions}>
          <IconButton size="small" icon={<Pencil />} label={t('note.edit')} onClick={onEdit} />
          <IconButton
            size="small"
            icon={<Trash2 />}
            label={t('note.remove')}
            onClick={onRemove}
            disabled={note.isQuoted}
          />
        </div>
      ) : null}
    </li>
  )
}
