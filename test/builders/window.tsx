import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import i18next from 'i18next'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { vi } from 'vitest'
import type { ConsoleOptions, OpenConsole } from '../../electron/compose.ts'
import { ConnectionLost } from '../../renderer/lib/answers.ts'
import { client } from '../../renderer/lib/client.ts'
import { useConnection } from '../../renderer/lib/connection-store.ts'
import { type Language, speak, startTexts } from '../../renderer/lib/i18n.ts'
import { hearKeys } from '../../renderer/lib/key-registry.ts'
import { followChanges, queryClient } from '../../renderer/lib/query-client.ts'
import { Notices } from '../../renderer/ui/Notices.tsx'
import { inSight, type Notice, useNotices } from '../../renderer/ui/notices.ts'
import { forgetLeftForms } from '../../renderer/ui/use-left-form.ts'
import type { EarshotEvent } from '../../shared/contract/events.ts'
import { aFolder, aReadyConsole } from './console.ts'
import { patience } from './patience.ts'

type Listener = Parameters<OpenConsole['on']>[0]
type Answer = (input: unknown, ask: () => Promise<unknown>) => Promise<unknown>

/** The console that the bridge leads to now, and answers given in its stead. */
let current: OpenConsole | null = null
const instead = new Map<string, Answer>()
let isLost = false
const hearing = new Set<Listener>()

const bridge = {
  call: (name: string, input: unknown): Promise<unknown> => {
    if (isLost) return Promise.reject(new ConnectionLost())
    const asked = () => current?.call(name, structuredClone(input)) ?? new Promise(() => {})
    return (instead.get(name)?.(input, asked) ?? asked()).then(structuredClone)
  },
  on: (listener: Listener) => {
    const stop = current?.on(listener) ?? (() => {})
    hearing.add(listener)
    return () => {
      hearing.delete(listener)
      stop()
    }
  },
}
// The renderer chooses its transport once, at its first call: so there is one bridge for all windows of a test file.
Object.defineProperty(window, 'earshot', { value: bridge })
startTexts('zh')
// A text that is not there stands on the screen as its own name, where no test looks for it: whoever asks for one fails.
Object.assign(i18next.options, {
  saveMissing: true,
  missingKeyHandler: (_languages: readonly string[], file: string, key: string) => {
    throw new Error(`no text ${file}:${key}`)
  },
})

export interface WindowOptions {
  language?: Language
  /** Does something to the data folder before the console opens it. */
  before?: (dataFolder: string) => void
}

/** A notice in the words of the language spoken now. */
export type NoticeShown = Omit<Notice, 'title' | 'hint'> & { title: string; hint: string | undefined }

const shown = (notice: Notice): NoticeShown => ({ ...notice, title: notice.title(), hint: notice.hint?.() })

/** Every notice of a test would follow a change of language: none keeps the words it was first shown with. */
function expectNoMixedLanguages(notices: Iterable<Notice>): void {
  const wordsIn = (language: Language) => {
    speak(language)
    return [...notices].map(({ title, action }) => [title(), action?.label() ?? ''])
  }
  const [zh, en] = [wordsIn('zh'), wordsIn('en')]
  for (const [index, [title, label]] of zh.entries()) {
    if (title === en[index]?.[0]) throw new Error(`keeps its language when another is chosen: ${title}`)
    if (label !== '' && label === en[index]?.[1]) throw new Error(`keeps its language when another is chosen: ${label}`)
  }
}

/**
 * A window without a screen before a whole console on a real SQLite file: components ask it through the bridge that Electron's
 * preload exposes, keys go through the one key listener, notices are shown. `close` takes everything away.
 */
export async function aWindow(change: Partial<ConsoleOptions> & WindowOptions = {}) {
  const { language = 'zh', before = () => {}, ...options } = change
  const folder = aFolder()
  before(folder.path)
  const console = await aReadyConsole(folder.path, options)
  current = console
  speak(language)
  useConnection.setState({ state: 'open', failedTries: 0 })
  const stopFollowing = followChanges()
  const stopHearing = hearKeys()
  const everTold = new Set<Notice>()
  const stopListening = useNotices.subscribe(({ notices }) => {
    for (const notice of notices) everTold.add(notice)
  })
  const user = userEvent.setup()

  return {
    console,
    client,
    user,
    /** Shows a part of the page with everything the App puts around it. */
    show: (part: ReactNode, address = '/') =>
      render(
        <MantineProvider>
          <QueryClientProvider client={queryClient}>
            <MemoryRouter initialEntries={[address]}>{part}</MemoryRouter>
            <Notices />
          </QueryClientProvider>
        </MantineProvider>,
      ),
    /** The newest notice; throws when there is none. */
    notice: (): NoticeShown => {
      const newest = useNotices.getState().notices.at(-1)
      if (newest === undefined) throw new Error('no notice is shown')
      return shown(newest)
    },
    noticeCount: () => inSight(useNotices.getState().notices).length,
    /** Waits for a notice with this in its title, and gives it. */
    told: (part: string): Promise<NoticeShown> =>
      vi.waitFor(() => {
        const notices = inSight(useNotices.getState().notices).map(shown)
        const found = notices.findLast((notice) => notice.title.includes(part))
        if (found === undefined) throw new Error(`not told: ${part}; but: ${notices.map(({ title }) => title)}`)
        return found
      }, patience),
    /** Says to the window what a desktop would. */
    hears: (event: EarshotEvent) => {
      for (const listener of [...hearing]) listener(event)
    },
    /** Answers a call in the console's stead until the window closes; `ask` is the console's own answer. */
    answer: (name: string, answer: Answer) => void instead.set(name, answer),
    /** Gives the call back to the console. */
    answerNoMore: (name: string) => void instead.delete(name),
    /** From now on nothing reaches the console. */
    loseConnection: () => {
      isLost = true
    },
    close: async () => {
      isLost = false
      // A part still on screen would ask again in the emptied cache, of a console that is gone: the next window would wait for that answer.
      cleanup()
      stopFollowing()
      stopHearing()
      stopListening()
      instead.clear()
      queryClient.clear()
      useNotices.setState({ notices: [] })
      sessionStorage.clear()
      forgetLeftForms()
      current = null
      await console.close()
      folder.remove()
      expectNoMixedLanguages(everTold)
    },
  }
}

export type TestWindow = Awaited<ReturnType<typeof aWindow>>
