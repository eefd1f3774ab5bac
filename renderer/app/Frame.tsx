import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation } from 'react-router'
import { useSitsTwice } from '../features/listening/call/sits-twice.ts'
import { NewsBar } from '../features/seats/news/NewsBar.tsx'
import { useSeatReminders } from '../features/seats/use-seat-reminders.ts'
import { useOfferNotices } from '../features/seats/waitlist/use-offer-notices.ts'
import { HubNews } from '../features/team/away/HubNews.tsx'
import { TeamBar } from '../features/team/away/TeamBar.tsx'
import { focusPage } from '../ui/focus.ts'
import { holdFocusIn } from '../ui/held-focus.ts'
import { LoadingState } from '../ui/LoadingState.tsx'
import { dismissNoticesOfOtherPages } from '../ui/notices.ts'
import { ConnectionBar } from './ConnectionBar.tsx'
import { LearnKeys } from './drill/LearnKeys.tsx'
import { FindBox } from './FindBox.tsx'
import { FindSeat } from './FindSeat.tsx'
import styles from './Frame.module.css'
import { Guide } from './guide/Guide.tsx'
import { guidePageAt } from './guide/guide-pages.ts'
import { KeySheet } from './KeySheet.tsx'
import { RunningMeeting } from './meeting/RunningMeeting.tsx'
import { Rail } from './Rail.tsx'
import { railPageOf } from './rail-pages.ts'
import { ScreenBoundary } from './ScreenBoundary.tsx'
import { TeamWaiting } from './TeamWaiting.tsx'
import { useFrameKeys } from './use-frame-keys.ts'
import { useLastingLists } from './use-lasting-lists.ts'
import { useMainEvents } from './use-main-events.ts'

/** Around every page: rail, connection, key sheet. `isBare` leaves the rail out (first run). */
export function Frame({ isBare = false }: { isBare?: boolean }) {
  const { t } = useTranslation('common')
  const { pathname, search, key: place } = useLocation()
  const main = useRef<HTMLElement>(null)
  const side = useRef<HTMLDivElement>(null)
  const firstPlace = useRef(place)
  useFrameKeys()
  useMainEvents()
  useSeatReminders()
  useOfferNotices()
  useSitsTwice()
  useLastingLists()

  useEffect(() => {
    const page = railPageOf(pathname)
    document.title = page === undefined ? t('app.name') : `${t(`nav.${page.name}`)} · ${t('app.name')}`
  }, [pathname, t])

  useEffect(() => (side.current === null ? undefined : holdFocusIn(side.current)), [])

  useEffect(() => dismissNoticesOfOtherPages(pathname), [pathname])

  useEffect(() => {
    if (firstPlace.current === place) return
    firstPlace.current = ''
    // A page that puts the focus somewhere itself (the note box) keeps it; a focus left on the rail would eat its keys, also where the page is the same.
    const focused = document.activeElement
    const isOnRail = focused?.closest('aside') != null && main.current?.contains(focused) === false
    if (focused === null || focused === document.body || isOnRail) focusPage()
  }, [place])

  return (
    <div className={styles.frame} data-bare={isBare || undefined}>
      <a className={styles.skip} href="#main">
        {t('app.skipToContent')}
      </a>
      {isBare ? null : <Rail />}
      <div className={styles.side} ref={side}>
        <ConnectionBar />
        <HubNews />
        {isBare ? null : <TeamBar />}
        {isBare ? null : <NewsBar />}
        {isBare ? null : <RunningMeeting />}
        <main className={styles.main} id="main" ref={main} tabIndex={-1}>
          <ScreenBoundary resetKey={pathname}>
            <Suspense fallback={<LoadingState />}>
              <Outlet />
            </Suspense>
          </ScreenBoundary>
        </main>
      </div>
      <KeySheet />
      {isBare ? null : <LearnKeys />}
      <Guide page={guidePageAt(pathname, search)} />
      {isBare ? null : <FindBox />}
      {isBare ? null : <FindSeat />}
      {isBare ? null : <TeamWaiting />}
    </div>
  )
}
