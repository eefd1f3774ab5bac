import { HandHeart } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Note } from '../../../../shared/contract/listening/notes.ts'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isComposing } from '../../../lib/composition.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { chooseNote } from '../review.actions.ts'
import { moveCursor, useReviewDesk } from '../review-desk.ts'
import { NoteRow } from './NoteRow.tsx'
import styles from './NotesToChoose.module.css'

export interface NotesToChooseProps {
  calls: readonly Call[]
  notes: readonly Note[]
  types: readonly IssueType[]
  onEdit: (note: Note) => void
  /** Calls of silver-hair service. */
  silver: ReadonlySet<Id>
  /** What stands at the end of a note’s row, where something does. */
  markOf?: (note: Note) => ReactNode
}

/** Every note of the session by call. One list with one cursor: j and k walk through all calls. */
export function NotesToChoose({ calls, notes, types, onEdit, silver, markOf }: NotesToChooseProps) {
  const { t } = useTranslation('review')
  const chosen = useReviewDesk((desk) => desk.chosen)
  const cursor = useReviewDesk((desk) => desk.cursor)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (cursor !== null) document.getElementById(`note-${cursor}`)?.scrollIntoView({ block: 'nearest' })
  }, [cursor])
  useEffect(() => list.current?.focus(), [])

  const pressed = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const by = { ArrowDown: 1, ArrowUp: -1, Home: -notes.length, End: notes.length }[event.key]
    if (by === undefined) return
    moveCursor(notes, by)
    event.preventDefault()
  }
  return (
    <div
      ref={list}
      className={styles.list}
      role="listbox"
      aria-multiselectable="true"
      aria-label={t('notes.region')}
      aria-activedescendant={cursor === null ? undefined : `note-${cursor}`}
      tabIndex={0}
      onKeyDown={pressed}
    >
      {calls.map((call) => {
        const ofCall = notes.filter((note) => note.callId === call.id)
        if (ofCall.length === 0) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a listbox
          <div
            key={call.id}
            role="group"
            aria-label={`${t('notes.call', { number: call.number })}${silver.has(call.id) ? ` · ${t('notes.silver')}` : ''}`}
          >
            <div className={styles.call} aria-hidden="true">
              <strong>{t('notes.call', { number: call.number })}</strong>
              {silver.has(call.id) ? (
                <Badge tone="accent" icon={<HandHeart aria-hidden="true" />}>
                  {t('notes.silver')}
                </Badge>
              ) : null}
              <span className="figures">{call.reference ?? ''}</span>
              <span className={styles.count}>{t('notes.count', { count: ofCall.length })}</span>
            </div>
            {ofCall.map((note) => (
              <NoteRow
                key={note.id}
                note={note}
                types={types}
                isChosen={chosen.includes(note.id)}
                isUnderCursor={note.id === cursor}
                onToggle={() => {
                  useReviewDesk.setState({ cursor: note.id })
                  void chooseNote(note)
                }}
                onEdit={() => onEdit(note)}
                mark={markOf?.(note)}
              />
            ))}
          </div>
        )
      })}
    </div>
  )
}
