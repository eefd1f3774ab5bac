import { HandHeart, Lock } from 'lucide-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { HalfDone, Note } from '../../../../shared/contract/listening/notes.ts'
import type { Call } from '../../../../shared/contract/listening/sessions.ts'
import type { IssueType } from '../../../../shared/contract/tickets/tickets.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { type Place, timeOfDay } from '../../../lib/formats.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { MaskedWords } from '../../../ui/MaskedWords.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import styles from './SessionCalls.module.css'

export interface SessionCallsProps {
  /** The clock of the room in which they were heard. */
  place: Place
  calls: readonly Call[]
  notes: readonly Note[]
  drafts: readonly HalfDone[]
  types: readonly IssueType[]
  /** The note or call that was asked for: shown, and marked. */
  shown: { noteId: Id | null; callId: Id | null }
  /** Calls that the life channel sealed: a closed row. */
  sealed: ReadonlySet<Id>
  /** Those of silver-hair service. */
  silver: ReadonlySet<Id>
  /** Whose notes went by the rules of how long words are kept. */
  gone: ReadonlySet<Id>
}

/** Calls and notes as they were. Nothing can be changed here by a slip of the hand. */
export function SessionCalls({ place, calls, notes, drafts, types, shown, sealed, silver, gone }: SessionCallsProps) {
  const { t } = useTranslation('sessions')
  const target = shown.noteId === null ? `call-${shown.callId}` : `heard-${shown.noteId}`
  useEffect(() => {
    document.getElementById(target)?.scrollIntoView({ block: 'center' })
  }, [target])
  return (
    <div className={styles.calls}>
      {calls.map((call) => {
        const heard = notes.filter((note) => note.callId === call.id)
        const begun = drafts.filter((draft) => draft.callId === call.id)
        return (
          <section key={call.id} aria-labelledby={`call-${call.id}`}>
            <h3 className={styles.call} id={`call-${call.id}`} data-shown={call.id === shown.callId || undefined}>
              <span>{t('call.number', { number: call.number })}</span>
              <span className={styles.fact}>
                {timeOfDay(call.startedAt, place)} · {t('call.length', { time: timecode(call.elapsedMs) })}
              </span>
              {silver.has(call.id) ? (
                <Badge tone="accent" icon={<HandHeart aria-hidden="true" />}>
                  {t('call.silver')}
                </Badge>
              ) : null}
              {call.reference === null ? null : <span className={styles.reference}>{call.reference}</span>}
            </h3>
            {sealed.has(call.id) ? (
              <p className={styles.none}>
                <Lock aria-hidden="true" size={14} /> {t('call.sealed')}
              </p>
            ) : heard.length + begun.length === 0 ? (
              <p className={styles.none}>{t(gone.has(call.id) ? 'call.gone' : 'call.none')}</p>
            ) : null}
            <ol>
              {heard.map((note) => (
                <NoteLine key={note.id} note={note} types={types} isShown={note.id === shown.noteId} />
              ))}
              {begun.map((draft) => (
                <li key={draft.draftId} className={styles.note} data-half-done>
                  <Timecode offsetMs={draft.offsetMs} />
                  <span className="kind">{t(`kind.${draft.kind}`)}</span>
                  <span className={styles.text}>
                    <MaskedWords text={draft.text} />
                  </span>
                  <Link to={`/review/${draft.sessionId}`}>{t('call.finish')}</Link>
                </li>
              ))}
            </ol>
          </section>
        )
      })}
    </div>
  )
}

function NoteLine({ note, types, isShown }: { note: Note; types: readonly IssueType[]; isShown: boolean }) {
  const { t, i18n } = useTranslation('sessions')
  const type = types.find((each) => each.id === note.issueTypeId)
  return (
    <li
      className={styles.note}
      id={`heard-${note.id}`}
      data-kind={note.kind}
      data-shown={isShown || undefined}
      aria-current={isShown || undefined}
    >
      <Timecode offsetMs={note.offsetMs} />
      <span className="kind">{t(`kind.${note.kind}`)}</span>
      <span className={styles.text}>
        <MaskedWords text={note.text} />
      </span>
      <span className={styles.facts}>
        {type === undefined ? null : <span>{i18n.language === 'en' ? type.nameEn : type.nameZh}</span>}
        {note.editedAt === null ? null : <span>{t('note.edited')}</span>}
        {note.ticketId === null ? null : (
          <Link to={`/tickets/${note.ticketId}`}>
            <Badge tone="accent">{t('note.ticket')}</Badge>
          </Link>
        )}
      </span>
    </li>
  )
}
