import { useTranslation } from 'react-i18next'
import { useChord } from '../../../lib/use-keys.tsx'
import { KeyCap } from '../../../ui/KeyCap.tsx'
import { RowButton } from '../../../ui/RowButton.tsx'
import styles from './CallDesk.module.css'
import { DeskSection } from './DeskSection.tsx'
import type { TicketToBe } from './tickets-to-be.ts'

export interface TicketsToBeProps {
  /** Undefined until the hands rested once. */
  toBe: readonly TicketToBe[] | undefined
  /** The one that the key opens. */
  first: TicketToBe | undefined
  quotedCount: number
  onOpen: (ticket: TicketToBe) => void
}

/** The notes of this call as the tickets they would become, and what each still needs. */
export function TicketsToBe({ toBe, first, quotedCount, onOpen }: TicketsToBeProps) {
  const { t, i18n } = useTranslation('listen')
  const chord = useChord('listen.makeTicket')
  const lacking = toBe?.filter((ticket) => ticket.lacking !== null).length ?? 0
  const ready = (toBe?.length ?? 0) - lacking
  const aside = lacking === 0 ? ready || undefined : t('desk.toBe.ready', { ready, lacking })
  const none = toBe?.length === 0 ? t(quotedCount === 0 ? 'desk.toBe.none' : 'desk.toBe.allQuoted') : null
  return (
    <DeskSection title={t('desk.toBe.title')} aside={aside} none={none}>
      <ul>
        {toBe?.map((ticket) => (
          <li key={ticket.type?.id ?? 'none'}>
            <RowButton className={styles.row} data-desk-row onClick={() => onOpen(ticket)}>
              <span className={styles.head}>
                <span className={styles.name} data-suggested={ticket.isSuggested || undefined}>
                  {ticket.type === null
                    ? t('desk.toBe.noType')
                    : i18n.language === 'en'
                      ? ticket.type.nameEn
                      : ticket.type.nameZh}
                </span>
                {ticket.isSuggested ? <span className={styles.quiet}>{t('desk.toBe.suggested')}</span> : null}
                <span className={styles.end}>
                  {t('desk.toBe.counts', { voices: ticket.voices, notes: ticket.notes.length })}
                  {ticket === first ? <KeyCap chord={chord} quiet /> : null}
                </span>
              </span>
              <span className={`ellipsis ${styles.words}`}>
                {ticket.lacking === null ? null : (
                  <span className={styles.lacking}>{t(`desk.toBe.lacking.${ticket.lacking}`)}</span>
                )}
                {ticket.title}
              </span>
            </RowButton>
          </li>
        ))}
      </ul>
      {quotedCount === 0 || none !== null ? null : (
        <p className={styles.none}>{t('desk.toBe.quoted', { count: quotedCount })}</p>
      )}
    </DeskSection>
  )
}
