import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect } from 'react'
import { BrowserRouter } from 'react-router'
import { watchOverLeft } from '../features/review/notes/left-words.ts'
import { useColorScheme } from '../lib/appearance.ts'
import { endFirstScreen } from '../lib/first-screen-state.ts'
import { hearKeys } from '../lib/key-registry.ts'
import { queryClient } from '../lib/query-client.ts'
import { KitProvider } from '../ui/KitProvider.tsx'
import { Notices } from '../ui/Notices.tsx'
import { holdWindowOverForms } from '../ui/use-left-form.ts'
import { Boot } from './Boot.tsx'
import { LifeChannel } from './life-channel/LifeChannel.tsx'
import { ScreenBoundary } from './ScreenBoundary.tsx'

/** Providers around everything. What is shown is decided in Boot (ready or not) and routes.tsx (which page). */
export function App() {
  const colorScheme = useColorScheme()
  useEffect(() => hearKeys(), [])
  useEffect(holdWindowOverForms, [])
  useEffect(watchOverLeft, [])
  // The effects of what it is around come first: each has taken its answer.
  useEffect(endFirstScreen, [])
  return (
    <KitProvider colorScheme={colorScheme}>
      <QueryClientProvider client={queryClient}>
        {/* Each key finds the page that the key before it led to: a page painted later would hear keys meant for the next. */}
        <BrowserRouter useTransitions={false}>
          <ScreenBoundary>
            <Boot />
          </ScreenBoundary>
          <ScreenBoundary>
            <LifeChannel />
          </ScreenBoundary>
          <Notices />
        </BrowserRouter>
      </QueryClientProvider>
    </KitProvider>
  )
}
