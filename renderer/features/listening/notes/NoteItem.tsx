import { Pencil, RotateCw, Trash2 } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { isComposing } from '../../../lib/composition.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './NoteItem.module.css'
import type { ShownNote } from './shown-notes.ts'
import { useTypedWords } from './typed-words.ts'
import { useMarkNudge } from './use-mark-nudge.ts'

export interface NoteItemProps {
  note: ShownNote
  type: IssueType | undefined
  isBeingEdited: boolean
  /** Seen, or about to be; far from sight it has no buttons, and their place. */
  isNear: boolean
  onEdit: (note: ShownNote) => void
  onRemove: (note: ShownNote) => void
  onRestamp: (note: ShownNote, offsetMs: number) => Promise<void>
  onSendAgain: () => void
  onTakeUp: (note: ShownNote) => void
  onUnmask: (note: ShownNote, at: number) => void
}

/** Drawn anew only when this note has changed: the others of a long call cost nothing when one is added. */
export const NoteItem = memo(function NoteItem({ note, type, isBeingEdited, isNear, ...act }: NoteItemProps) {
  const { t, i18n } = useTranslation('listen')
  const nudge = useMarkNudge(note, act.onRestamp)
  const isKnown = useTypedWords(({ words }) => words[note.id]?.stored.includes(note.text) ?? false)
  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    if (isComposing(event) || event.target !== event.currentTarget || note.state !== 'stored') return
    if (event.key === 'Enter' || event.key === 'e') act.onEdit(note)
    else if (event.key === 'Delete' || event.key === 'Backspace') act.onRemove(note)
    else if (!nudge.pressed(event)) return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: its list is made of runs, which ul and li cannot be
    <div
      role="listitem"
      className={styles.note}
      data-kind={note.kind}
      data-state={note.state}
      data-edited={isBeingEdited || undefined}
      data-note-id={note.id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: notes are walked with the arrow keys, and edited or removed from there
      tabIndex={0}
      onKeyDown={pressed}
      onBlur={nudge.settle}
    >
      <span className={styles.mark} data-moving={nudge.isMoving || undefined}>
        <Timecode offsetMs={nudge.markMs} />
      </span>
      <div className={styles.body}>
        <p className={styles.text}>
          <MaskedWords
            text={note.text}
            onUnmask={isKnown && !isBeingEdited ? (at) => act.onUnmask(note, at) : undefined}
          />
        </p>
        <p className={styles.meta}>
          <span className={styles.kind}>{t(`kind.${note.kind}`)}</span>
          {type === undefined ? null : <span>{i18n.language === 'en' ? type.nameEn : type.nameZh}</span>}
          {note.isEdited ? <span>{t('note.edited')}</span> : null}
          {note.isQuoted ? <Badge tone="accent">{t('note.quoted')}</Badge> : null}
          {note.state === 'sending' ? <span>{t('note.sending')}</span> : null}
          {note.state === 'stored' && isNear ? <span className={styles.keys}>{t('note.keys')}</span> : null}
        </p>
      </div>
      {note.state === 'failed' ? (
        <div className={styles.failed} role="alert">
          <span>{t('note.failed')}</span>
          <Button size="small" icon={<RotateCw aria-hidden="true" />} onClick={act.onSendAgain}>
            {t('note.sendAgain')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => act.onTakeUp(note)}>
            {t('note.putBack')}
          </Button>
        </div>
      ) : null}
      {note.state === 'stored' ? (
        <div className={styles.actions}>{isNear ? <NoteButtons note={note} {...act} /> : null}</div>
      ) : null}
    </div>
  )
})

function NoteButtons({ note, onEdit, onRemove }: Pick<NoteItemProps, 'note' | 'onEdit' | 'onRemove'>) {
  const { t } = useTranslation('listen')
  return (
    <>
      <IconButton isOneOfMany size="small" icon={<Pencil />} label={t('note.edit')} onClick={() => onEdit(note)} />
      <IconButton
        isOneOfMany
        size="small"
        icon={<Trash2 />}
        label={t('note.remove')}
        onClick={() => onRemove(note)}
        disabled={note.isQuoted}
      />
    </>
  )
}
