import { useQuery } from '@tanstack/react-query'
import { HandHeart, Headphones, SearchX } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useNavigate } from 'react-router'
import { SessionFilters } from '../../features/listening/sessions/SessionFilters.tsx'
import { SessionTable } from '../../features/listening/sessions/SessionTable.tsx'
import { PAGE_SIZE, sessionsPage } from '../../features/listening/sessions/sessions.queries.ts'
import {
  forgetListener,
  showList,
  typeListener,
  useSessionsDesk,
} from '../../features/listening/sessions/sessions-desk.ts'
import { useSessionsAddress } from '../../features/listening/sessions/use-sessions-address.ts'
import { failureOf } from '../../lib/errors.ts'
import { numberText } from '../../lib/number-text.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { isNowhere } from '../../ui/focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { walkRows } from '../../ui/walk-list.ts'

/** What all desks share of it. */
const SHOWN = [['sessions', 'list']]

/** Everything that was ever heard here, session by session. */
export function SessionsPage() {
  const { t } = useTranslation('sessions')
  const navigate = useNavigate()
  const address = useSessionsAddress()
  const { typed, text } = useSessionsDesk()
  const { from, to, page } = address
  const query = useQuery(sessionsPage({ listener: text, from, to, page }))
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const total = query.data?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const isNarrowed = text !== '' || from !== null || to !== null

  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-session]') ?? [])]
  const focused = () => rows().indexOf(document.activeElement as HTMLElement)
  const walk = (by: 1 | -1) => walkRows(list.current, '[data-session]', by)
  const turn = (by: 1 | -1) => {
    const wanted = page + by
    if (wanted < 1 || wanted > pages) return false
    address.turnTo(wanted)
    return true
  }
  const clear = () => {
    forgetListener()
    address.narrow({ from: null, to: null })
  }
  useKeys('sessions', {
    'sessions.down': () => walk(1),
    'sessions.up': () => walk(-1),
    'sessions.review': () => {
      const sessionId = rows()[focused()]?.dataset.session
      if (sessionId === undefined) return false
      void navigate(`/review/${sessionId}`)
    },
    'sessions.previousPage': () => turn(-1),
    'sessions.nextPage': () => turn(1),
    search: () => field.current?.select(),
  })
  const hasRows = total > 0
  useEffect(() => {
    // The keys walk from the line that was read last, or from the first one, without a press to get there.
    if (!hasRows || !isNowhere(document.activeElement)) return
    const { sessionId } = useSessionsDesk.getState().left
    const all = [...(list.current?.querySelectorAll<HTMLElement>('[data-session]') ?? [])]
    const read = all.find((row) => row.dataset.session === sessionId)
    if (read !== undefined) read.focus()
    else all[0]?.focus({ preventScroll: true })
  }, [hasRows])
  const { search } = useLocation()
  useEffect(() => showList(search), [search])

  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('title')}
        sub={<span role="status">{query.data === undefined ? '' : t('count', { number: numberText(total) })}</span>}
        actions={
          <>
            <SessionFilters
              address={address}
              typed={typed}
              fieldRef={field}
              onType={(value, isComposed) => {
                typeListener(value, isComposed)
                if (!isComposed && page > 1) address.turnTo(1)
              }}
              onClear={clear}
              onLeave={() => walk(1)}
            />
            <Button
              size="small"
              tone="quiet"
              icon={<HandHeart aria-hidden="true" />}
              onClick={() => void navigate('/silver-hair')}
            >
              {t('silver')}
            </Button>
          </>
        }
      />
      <Panel fill flush>
        <div ref={list}>
          {query.isError ? (
            <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
          ) : query.isPending ? (
            <LoadingState />
          ) : query.data.sessions.length > 0 ? (
            <SessionTable sessions={query.data.sessions} />
          ) : isNarrowed ? (
            <EmptyState
              icon={<SearchX />}
              title={t('none.found')}
              hint={t('none.foundHint')}
              action={<Button onClick={clear}>{t('filter.clear')}</Button>}
            />
          ) : (
            <EmptyState
              icon={<Headphones />}
              title={t('none.ever')}
              hint={t('none.everHint')}
              action={<Button onClick={() => void navigate('/listen')}>{t('none.listen')}</Button>}
            />
          )}
        </div>
      </Panel>
      <Pager
        page={page}
        pages={pages}
        label={t('page.of', { page: numberText(page), pages: numberText(pages) })}
        previous={{ label: t('page.previous'), action: 'sessions.previousPage' }}
        next={{ label: t('page.next'), action: 'sessions.nextPage' }}
        onTurn={turn}
      />
    </div>
  )
}
