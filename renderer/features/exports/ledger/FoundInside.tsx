import { useTranslation } from 'react-i18next'
import type { FoundExport } from '../../../../shared/contract/exports/exports.ts'
import { ticketName } from '../../../../shared/domain/tickets/ticket-name.ts'
import { foundRanges } from '../../../../shared/text/search-characters.ts'
import { Marked } from '../../../ui/Marked.tsx'
import styles from './ExportRow.module.css'

/** Why a file was found: the ticket inside that holds the words, and where in it. */
export function FoundInside({ ticket, text }: { ticket: NonNullable<FoundExport['ticket']>; text: string }) {
  const { t } = useTranslation('exports')
  const marked = (words: string) => <Marked text={words} ranges={foundRanges(words, text)} />
  return (
    <p className={styles.inside}>
      <span>{t('inside.label')}</span>
      <span className={styles.number}>{marked(ticketName(ticket.number))}</span>
      <span className={styles.title}>{marked(ticket.title)}</span>
      {ticket.in === 'number' || ticket.in === 'title' ? null : (
        <span className={styles.place} data-in={ticket.in}>
          {t(`inside.${ticket.in}`)} {marked(ticket.text)}
        </span>
      )}
    </p>
  )
}
