import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useSettings } from '../../../lib/settings.ts'
import { useTodayPage } from '../use-today-page.ts'
import styles from './NewsBar.module.css'
import { readNews } from './news.actions.ts'
import { bookingNewsOf } from './news.queries.ts'
import { placesOf, whoDidIt, whyWords } from './news-words.ts'

/** One line on every page but Today, which tells more of it; nothing while nobody changed a place of mine. */
export function NewsBar() {
  const { t } = useTranslation('seats')
  const { pathname } = useLocation()
  const me = useSettings()?.me ?? null
  const news = useQuery(bookingNewsOf(me)).data ?? []
  return (
    <div role="status" aria-label={t('told.title')} className={styles.place}>
      {news.length === 0 || pathname === '/today' ? null : <Bar news={news} me={me} />}
    </div>
  )
}

function Bar({ news, me }: { news: readonly BookingNews[]; me: Id | null }) {
  const { t } = useTranslation('seats')
  const { show } = useTodayPage()
  const [only, more] = news
  const one = only === undefined || more !== undefined ? null : only
  return (
    <p className={styles.bar}>
      <span className="ellipsis">{one === null ? t('told.several', { count: news.length }) : sentence(one)}</span>
      <button type="button" className={styles.act} onClick={show}>
        {t('told.show')}
      </button>
      {one === null ? null : (
        <button type="button" className={styles.act} onClick={() => void readNews([one])}>
          {t('told.read')}
        </button>
      )}
    </p>
  )

  function sentence(told: BookingNews): string {
    const { from, to } = placesOf(told)
    const places = [from, to].filter((each) => each !== null).join(' → ')
    return t('told.line', { who: whoDidIt(told, me), places, why: whyWords(told) })
  }
}
