import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './NoteRow.module.css'

export interface NoteRowProps {
  note: Note
  types: readonly IssueType[]
  isChosen: boolean
  isUnderCursor: boolean
  onToggle: () => void
  onEdit: () => void
  mark?: ReactNode
}

/** One note to choose. The row is the checkbox; the cursor is drawn here and kept by the list. */
export function NoteRow({ note, types, isChosen, isUnderCursor, onToggle, onEdit, mark }: NoteRowProps) {
  const { t, i18n } = useTranslation('review')
  const type = types.find((each) => each.id === note.issueTypeId)
  const isQuoted = note.ticketId !== null
  const isPraise = note.kind === 'praise'
  return (
    <div
      id={`note-${note.id}`}
      role="option"
      aria-selected={isChosen}
      aria-disabled={isQuoted || isPraise}
      tabIndex={-1}
      className={styles.row}
      data-kind={note.kind}
      data-cursor={isUnderCursor || undefined}
      data-quoted={isQuoted || undefined}
      onClick={onToggle}
      onDoubleClick={onEdit}
      onKeyDown={undefined}
    >
      <span className={styles.box} data-none={isPraise || undefined} aria-hidden="true">
        {isChosen ? <Check /> : null}
      </span>
      <span className={styles.mark}>
        <Timecode offsetMs={note.offsetMs} />
      </span>
      <span className="kind">{t(`kind.${note.kind}`)}</span>
      <span className={styles.text}>
        <MaskedWords text={note.text} />
      </span>
      {type === undefined ? null : (
        <span className={styles.type}>{i18n.language === 'en' ? type.nameEn : type.nameZh}</span>
      )}
      {mark}
      {isQuoted ? <Badge tone="accent">{t('quoted')}</Badge> : null}
    </div>
  )
}
