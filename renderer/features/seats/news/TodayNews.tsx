import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { dayTime } from '../../../lib/formats.ts'
import { useNow } from '../../../lib/now.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useChord, useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Whole } from '../../../ui/Whole.tsx'
import { readNews } from './news.actions.ts'
import { bookingNewsOf } from './news.queries.ts'
import { placesOf, whoDidIt, whyWords } from './news-words.ts'
import styles from './TodayNews.module.css'

/** On Today: what others did to my places, why, and that I read of it. Nothing where nobody did. */
export function TodayNews({ me }: { me: Id | null }) {
  const { t } = useTranslation('seats')
  const chord = useChord('today.readNews')
  const news = useQuery(bookingNewsOf(me)).data ?? []
  useKeys('today', { 'today.readNews': () => (news.length === 0 ? false : void readNews(news)) })
  if (news.length === 0) return null
  return (
    <Panel
      title={t('told.title')}
      aside={news.length === 1 ? undefined : news.length}
      actions={
        <Button size="small" chord={chord} onClick={() => void readNews(news)}>
          {t(news.length === 1 ? 'told.read' : 'told.readAll')}
        </Button>
      }
      flush
    >
      <ul className={styles.list}>
        {news.map((one) => (
          <NewsLine key={one.eventId} news={one} me={me} />
        ))}
      </ul>
    </Panel>
  )
}

function NewsLine({ news, me }: { news: BookingNews; me: Id | null }) {
  const { t } = useTranslation('seats')
  const { path } = useSeatRooms()(news.what === 'cancelled' ? news.before : news.booking)
  // What somebody did at a desk, wherever the place is that it was done to.
  const place = usePlace()
  const now = useNow(60_000)
  const { from, to } = placesOf(news)
  return (
    <li className={styles.line} data-what={news.what}>
      <p className={styles.who}>
        {whoDidIt(news, me)}{' '}
        <span className={styles.at}>
          <Whole words={dayTime(news.at, place, now)} />
        </span>
      </p>
      <p className={styles.places}>
        {from === null ? null : (
          <s>
            <Whole words={from} />
          </s>
        )}
        {from === null || to === null ? null : ' → '}
        {to === null ? null : (
          <strong>
            <Whole words={to} />
          </strong>
        )}
      </p>
      <p className={styles.why}>
        {whyWords(news)} <Link to={path}>{t('told.board')}</Link>
      </p>
    </li>
  )
}
