import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Quote } from '../../../../shared/contract/tickets/tickets.ts'
import { goneOfCalls } from '../../../lib/common-queries.ts'
import { dateIn, dayTime, timeOn } from '../../../lib/formats.ts'
import { instantNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { GoneWords } from '../../../ui/GoneWords.tsx'
import { Timecode } from '../../../ui/Timecode.tsx'
import { useTicketDesk } from '../ticket-desk.ts'
import styles from './Quotes.module.css'
import { type QuotedCall, quoteCalls, splitByMatch } from './quote-calls.ts'

/** What was heard, call by call, each sentence with its second; what was searched for is marked. */
export function Quotes({ quotes }: { quotes: readonly Quote[] }) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  const gone = useQuery(goneOfCalls([...new Set(quotes.map(({ callId }) => callId))])).data ?? []
  const wanted = useTicketDesk((desk) => desk.text)
  return (
    <section aria-label={t('quotes.title')}>
      <h3 className={styles.title}>
        {t('quotes.title')} <span className={styles.count}>{quotes.length}</span>
      </h3>
      {quoteCalls(quotes).map((call) => {
        const heardOn = dateIn(call.heardAt, place.timeZone)
        return (
          <div key={call.callId} className={styles.call}>
            <QuotedFrom call={call} />
            <GoneWords isQuoted gone={gone.filter(({ callId }) => callId === call.callId)} />
            <ul>
              {call.quotes.map((quote) => (
                <li key={quote.noteId} className={styles.quote} data-kind={quote.kind}>
                  <span
                    className={styles.mark}
                    title={t('quotes.heardAt', {
                      time: timeOn(heardOn, quote.heardAt, place),
                    })}
                  >
                    <Timecode offsetMs={quote.offsetMs} />
                  </span>
                  <div>
                    <span className="kind">{t(`kind.${quote.kind}`)}</span>
                    <p className={styles.text}>
                      <Marked text={quote.text} wanted={wanted} />
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </section>
  )
}

/** Which call it was, who heard it and when: whoever has only the ticket knows no session. */
export function QuotedFrom({ call: { number, reference, heardBy, heardAt } }: { call: QuotedCall }) {
  const { t } = useTranslation('tickets')
  const place = usePlace()
  return (
    <p className={styles.where}>
      <strong>{t('quotes.call', { number })}</strong>
      {reference === null ? null : <span>{t('quotes.reference', { reference })}</span>}
      {heardBy === null ? null : <span>{t('quotes.heardBy', { name: heardBy })}</span>}
      <span className={styles.heard}>{dayTime(heardAt, place, instantNow())}</span>
    </p>
  )
}

function Marked({ text, wanted }: { text: string; wanted: string }) {
  return splitByMatch(text, wanted).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no identity but their place
    index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
  )
}
