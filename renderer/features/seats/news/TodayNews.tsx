import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import type { OwnNews } from '../../../../shared/contract/seats/own-news.ts'
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
import { useNews } from './news.queries.ts'
import { placesOf, whoDidIt, whyWords } from './news-words.ts'
import { whatTheyDid, whichOne } from './own-news-words.ts'
import styles from './TodayNews.module.css'

/** On Today: what others did to my places and to what else is mine, why, and that I read of it. Nothing where nobody did. */
export function TodayNews({ me }: { me: Id | null }) {
  const { t } = useTranslation('seats')
  const chord = useChord('today.readNews')
  const news = useNews(me)
  const { places, own, count } = news
  useKeys('today', { 'today.readNews': () => (count === 0 ? false : void readNews(news)) })
  if (count === 0) return null
  return (
    <Panel
      title={t('told.title')}
      aside={count === 1 ? undefined : count}
      actions={
        <Button size="small" chord={chord} onClick={() => void readNews(news)}>
          {t(count === 1 ? 'told.read' : 'told.readAll')}
        </Button>
      }
      flush
    >
      <ul className={styles.list}>
        {places.map((one) => (
          <NewsLine key={one.eventId} news={one} />
        ))}
        {own.map((one) => (
          <OwnLine key={`${one.about.kind} ${one.ofId}`} news={one} me={me} />
        ))}
      </ul>
    </Panel>
  )
}

function OwnLine({ news, me }: { news: OwnNews; me: Id | null }) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const now = useNow(60_000)
  const which = whichOne(news)
  return (
    <li className={styles.line}>
      <p className={styles.who}>
        {whatTheyDid(news, me)}{' '}
        <span className={styles.at}>
          <Whole words={dayTime(news.at, place, now)} />
        </span>
      </p>
      {which === null ? null : (
        <p className={styles.places}>
          <Link to={which.path}>
            <Whole words={which.words} />
          </Link>
        </p>
      )}
      {news.reason === null ? null : <p className={styles.why}>{t('history.why', { reason: news.reason })}</p>}
    </li>
  )
}

function NewsLine({ news }: { news: BookingNews }) {
  const { t } = useTranslation('seats')
  const { path } = useSeatRooms()(news.what === 'cancelled' ? news.before : news.booking)
  // What somebody did at a desk, wherever the place is that it was done to.
  const place = usePlace()
  const now = useNow(60_000)
  const { from, to } = placesOf(news)
  return (
    <li className={styles.line} data-what={news.what}>
      <p className={styles.who}>
        {whoDidIt(news)}{' '}
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
