import { lazy } from 'react'
import { Navigate, Route, Routes } from 'react-router'
import { Frame } from './Frame.tsx'

export const FIRST_RUN_PATH = '/first-run'

// One lazy import per page, so that the first load carries the frame and one page only.
const TodayPage = lazy(async () => ({ default: (await import('./pages/TodayPage.tsx')).TodayPage }))
const SeatsPage = lazy(async () => ({ default: (await import('./pages/SeatsPage.tsx')).SeatsPage }))
const ListenPage = lazy(async () => ({ default: (await import('./pages/ListenPage.tsx')).ListenPage }))
const LiveListeningPage = lazy(async () => ({
  default: (await import('./pages/LiveListeningPage.tsx')).LiveListeningPage,
}))
const ReviewPage = lazy(async () => ({ default: (await import('./pages/ReviewPage.tsx')).ReviewPage }))
const TicketsPage = lazy(async () => ({ default: (await import('./pages/TicketsPage.tsx')).TicketsPage }))
const ExportsPage = lazy(async () => ({ default: (await import('./pages/ExportsPage.tsx')).ExportsPage }))
const SettingsPage = lazy(async () => ({ default: (await import('./pages/SettingsPage.tsx')).SettingsPage }))
const FirstRunPage = lazy(async () => ({ default: (await import('./pages/FirstRunPage.tsx')).FirstRunPage }))
/** Shown by Boot in place of everything while the database is not sound. */
export const RecoveryPage = lazy(async () => ({ default: (await import('./pages/RecoveryPage.tsx')).RecoveryPage }))

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Frame />}>
        <Route path="/today" element={<TodayPage />} />
        <Route path="/seats" element={<SeatsPage />} />
        <Route path="/listen" element={<ListenPage />} />
        <Route path="/listen/:sessionId" element={<LiveListeningPage />} />
        <Route path="/review/:sessionId" element={<ReviewPage />} />
        {/* One route, so that the list stays as it was beside or behind an open ticket. */}
        <Route path="/tickets/:ticketId?" element={<TicketsPage />} />
        <Route path="/exports" element={<ExportsPage />} />
        <Route path="/settings" element={<SettingsPage />} />
        <Route path="*" element={<Navigate to="/today" replace />} />
      </Route>
      <Route element={<Frame isBare />}>
        <Route path={FIRST_RUN_PATH} element={<FirstRunPage />} />
      </Route>
    </Routes>
  )
}
