import { useTranslation } from 'react-i18next'
import { useLocation } from 'react-router'
import type { Id } from '../../../../shared/contract/values.ts'
import { useSettings } from '../../../lib/settings.ts'
import { PageBar, PageBarAct, PageBarLine } from '../../../ui/PageBar.tsx'
import { useTodayPage } from '../use-today-page.ts'
import { readNews } from './news.actions.ts'
import { type AllNews, useNews } from './news.queries.ts'
import { placesOf, whoDidIt, whyWords } from './news-words.ts'
import { whatTheyDid, whichOne } from './own-news-words.ts'

/** One line on every page but Today, which tells more of it; nothing while nobody changed anything of mine. */
export function NewsBar() {
  const { t } = useTranslation('seats')
  const { pathname } = useLocation()
  const me = useSettings()?.me ?? null
  const news = useNews(me)
  return (
    <PageBar label={t('told.title')}>
      {news.count === 0 || pathname === '/today' ? null : <Bar news={news} me={me} />}
    </PageBar>
  )
}

function Bar({ news, me }: { news: AllNews; me: Id | null }) {
  const { t } = useTranslation('seats')
  const { show } = useTodayPage()
  const one = news.count === 1
  return (
    <PageBarLine words={one ? sentence() : t('told.several', { count: news.count })}>
      <PageBarAct onPress={show}>{t('told.show')}</PageBarAct>
      {one ? <PageBarAct onPress={() => void readNews(news)}>{t('told.read')}</PageBarAct> : null}
    </PageBarLine>
  )

  function sentence(): string {
    const [told] = news.places
    if (told !== undefined) {
      const { from, to } = placesOf(told)
      const places = [from, to].filter((each) => each !== null).join(' → ')
      return t('told.line', { who: whoDidIt(told), places, why: whyWords(told) })
    }
    const [own] = news.own
    if (own === undefined) return ''
    const which = whichOne(own)
    const who = whatTheyDid(own, me)
    return which === null ? who : t('told.ownLine', { who, which: which.words })
  }
}
