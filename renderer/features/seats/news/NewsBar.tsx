import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { BookingNews } from '../../../../shared/contract/seats/booking-news.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { useSettings } from '../../../lib/settings.ts'
import { PageBar, PageBarAct, PageBarLine } from '../../../ui/PageBar.tsx'
import { useTodayPage } from '../use-today-page.ts'
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
    <PageBar label={t('told.title')}>
      {news.length === 0 || pathname === '/today' ? null : <Bar news={news} me={me} />}
    </PageBar>
  )
}

function Bar({ news, me }: { news: readonly BookingNews[]; me: Id | null }) {
  const { t } = useTranslation('seats')
  const { show } = useTodayPage()
  const [only, more] = news
  const one = only === undefined || more !== undefined ? null : only
  return (
    <PageBarLine words={one === null ? t('told.several', { count: news.length }) : sentence(one)}>
      <PageBarAct onPress={show}>{t('told.show')}</PageBarAct>
      {one === null ? null : <PageBarAct onPress={() => void readNews([one])}>{t('told.read')}</PageBarAct>}
    </PageBarLine>
  )

  function sentence(told: BookingNews): string {
    const { from, to } = placesOf(told)
    const places = [from, to].filter((each) => each !== null).join(' → ')
    return t('told.line', { who: whoDidIt(told, me), places, why: whyWords(told) })
  }
}
