import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../../../shared/contract/tickets/tickets.ts'
import { dateIn, dateTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { HistoryItem, HistoryList } from '../../../ui/HistoryList.tsx'
import { historyLines, namesInOne } from './history-lines.ts'
import styles from './TicketHistory.module.css'
import { useEventWords } from './use-event-words.ts'

export interface TicketHistoryProps {
  events: readonly TicketEvent[]
  /** What stands under an event, where something can be done about it. */
  under?: (event: TicketEvent) => ReactNode
}

/** What happened to the ticket, the newest on top. */
export function TicketHistory({ events, under }: TicketHistoryProps) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  const now = useNow(60_000)
  const wordsOf = useEventWords(events)
  return (
    <section aria-label={t('history.title')}>
      <h3 className={styles.title}>{t('history.title')}</h3>
      <HistoryList>
        {historyLines(events, (at) => dateIn(at, place.timeZone)).map(({ event, files }) => (
          <HistoryItem
            key={event.id}
            tone={event.what === 'moved' || event.what === 'opened' ? 'accent' : 'neutral'}
            who={event.actorName ?? t('history.somebody')}
            what={
              <>
                <span>{files.length > 1 ? t('history.exportedFiles', { count: files.length }) : wordsOf(event)}</span>
                {event.from === null || event.to === null ? null : (
                  <span className={styles.states}>
                    {t('history.fromTo', { from: t(`state.${event.from}`), to: t(`state.${event.to}`) })}
                  </span>
                )}
              </>
            }
            at={event.at}
            when={dateTime(event.at, place, now)}
          >
            <Remark words={files.length > 0 ? namesInOne(files).join('\n') : (event.remark ?? '')} />
            {under?.(event)}
          </HistoryItem>
        ))}
      </HistoryList>
    </section>
  )
}

/** Of files whose names went with an old archive nothing is left to say. */
const Remark = ({ words }: { words: string }) => (words === '' ? null : <p className={styles.remark}>{words}</p>)
