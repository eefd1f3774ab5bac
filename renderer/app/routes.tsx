import { useEffect, useLayoutEffect } from 'react'
import { matchPath, Navigate, Route, Routes } from 'react-router'
import { lazyPage, readyPage } from '../lib/lazy-page.tsx'
import { idleMoment } from '../lib/resting.ts'
import { holdKeysForPages, pageShown } from '../lib/waiting-keys.ts'
import { fetchDrill } from './drill/LearnKeys.tsx'
import { fetchFindBox } from './FindBox.tsx'
import { Frame } from './Frame.tsx'
import type { GuidedPath } from './guide/guide-pages.ts'
import { fetchLifeChannel } from './life-channel/LifeChannel.tsx'
import { TodayPage } from './pages/TodayPage.tsx'

export const FIRST_RUN_PATH = '/first-run' satisfies GuidedPath

// One lazy import per page, so that the first load carries the frame and the page the console opens on, and no other.
const today = readyPage(TodayPage)
const seats = lazyPage(async () => (await import('./pages/SeatsPage.tsx')).SeatsPage)
const draws = lazyPage(async () => (await import('./pages/DrawsPage.tsx')).DrawsPage)
const duty = lazyPage(async () => (await import('./pages/DutyPage.tsx')).DutyPage)
const listen = lazyPage(async () => (await import('./pages/ListenPage.tsx')).ListenPage)
const live = lazyPage(async () => (await import('./pages/LiveListeningPage.tsx')).LiveListeningPage)
const review = lazyPage(async () => (await import('./pages/ReviewPage.tsx')).ReviewPage)
const sessions = lazyPage(async () => (await import('./pages/SessionsPage.tsx')).SessionsPage)
const session = lazyPage(async () => (await import('./pages/SessionPage.tsx')).SessionPage)
const meetings = lazyPage(async () => (await import('./pages/MeetingsPage.tsx')).MeetingsPage)
const meeting = lazyPage(async () => (await import('./pages/MeetingPage.tsx')).MeetingPage)
const tickets = lazyPage(async () => (await import('./pages/TicketsPage.tsx')).TicketsPage)
const exports = lazyPage(async () => (await import('./pages/ExportsPage.tsx')).ExportsPage)
const life = lazyPage(async () => (await import('./pages/LifePage.tsx')).LifePage)
const silverHair = lazyPage(async () => (await import('./pages/SilverHairPage.tsx')).SilverHairPage)
const thanks = lazyPage(async () => (await import('./pages/ThanksPage.tsx')).ThanksPage)
const settings = lazyPage(async () => (await import('./pages/SettingsPage.tsx')).SettingsPage)
const firstRun = lazyPage(async () => (await import('./pages/FirstRunPage.tsx')).FirstRunPage)
const recovery = lazyPage(async () => (await import('./pages/RecoveryPage.tsx')).RecoveryPage)

/** Shown by Boot in place of everything while the database is not sound. */
export const RecoveryPage = recovery.Page

const PAGES = [
  { path: '/today', page: today },
  { path: '/seats', page: seats },
  { path: '/draws', page: draws },
  { path: '/duty', page: duty },
  { path: '/listen', page: listen },
  { path: '/listen/:sessionId', page: live },
  { path: '/review/:sessionId', page: review },
  { path: '/sessions', page: sessions },
  { path: '/sessions/:sessionId', page: session },
  { path: '/meetings', page: meetings },
  { path: '/meetings/:callId', page: meeting },
  // One route, so that the list stays as it was beside or behind an open ticket.
  { path: '/tickets/:ticketId?', page: tickets },
  { path: '/exports', page: exports },
  { path: '/life', page: life },
  { path: '/silver-hair', page: silverHair },
  { path: '/thanks', page: thanks },
  { path: '/settings', page: settings },
] as const satisfies readonly { path: GuidedPath; page: typeof today }[]

/** Begins with the code of the page that this address shows, while main is still being asked who sits here. */
export const fetchPageAt = (path: string): Promise<unknown> =>
  (PAGES.find((each) => matchPath(each.path, path) !== null)?.page ?? today).fetchCode()

/**
 * When nothing else is to be done: then every other page opens at once, and the box that finds everything. One after the other, as they
 * stand in the rail, and each in a moment of its own: a page opened meanwhile waits for one, and is drawn before the next is read.
 */
export async function fetchOtherPages(): Promise<void> {
  await fetchLifeChannel().catch(() => {})
  for (const { page } of PAGES) {
    await page.fetchCode().catch(() => {})
    await idleMoment()
  }
  await fetchFindBox().catch(() => {})
  await fetchDrill().catch(() => {})
}

const pageAt = (path: string): string | null => PAGES.find((each) => matchPath(each.path, path) !== null)?.path ?? null

export function AppRoutes() {
  useLayoutEffect(() => holdKeysForPages(pageAt), [])
  return (
    <Routes>
      <Route element={<Frame />}>
        {PAGES.map(({ path, page: { Page } }) => (
          <Route
            key={path}
            path={path}
            element={
              <>
                <Page />
                <Shown page={path} />
              </>
            }
          />
        ))}
        <Route path="*" element={<Navigate to="/today" replace />} />
      </Route>
      <Route element={<Frame isBare />}>
        <Route path={FIRST_RUN_PATH} element={<firstRun.Page />} />
      </Route>
    </Routes>
  )
}

/** Beside the page: it is on screen, and listens, when this is. */
function Shown({ page }: { page: string }) {
  useEffect(() => pageShown(page), [page])
  return null
}
