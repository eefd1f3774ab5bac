import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { MeetingTable } from '../../features/meetings/MeetingTable.tsx'
import { meetingsPage, monthsOfMeetings, PAGE_SIZE } from '../../features/meetings/meetings.queries.ts'
import { SolvedByMonth } from '../../features/meetings/SolvedByMonth.tsx'
import { failureOf } from '../../lib/errors.ts'
import { numberText } from '../../lib/number-text.ts'
import { useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Pager } from '../../ui/Pager.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { walkRows } from '../../ui/walk-list.ts'

/** What all desks share of it. */
const SHOWN = [['meetings']]

/** All meetings at the seat, newest first, and how many calls they solved on the spot. */
export function MeetingsPage() {
  const { t } = useTranslation('meetings')
  const navigate = useNavigate()
  const [page, setPage] = useState(1)
  const query = useQuery(meetingsPage(page))
  const months = useQuery(monthsOfMeetings).data ?? []
  const list = useRef<HTMLDivElement>(null)
  const total = query.data?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const walk = (by: 1 | -1) => walkRows(list.current, '[data-meeting]', by)
  const turn = (by: 1 | -1) => {
    if (page + by < 1 || page + by > pages) return false
    setPage(page + by)
    return true
  }
  useKeys('meetings', {
    'meetings.down': () => walk(1),
    'meetings.up': () => walk(-1),
    'meetings.previousPage': () => turn(-1),
    'meetings.nextPage': () => turn(1),
  })
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={<span role="status">{query.isPending ? '' : t('page.count', { number: numberText(total) })}</span>}
      />
      <Panel fill flush>
        <div ref={list}>
          {query.isError ? (
            <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
          ) : query.isPending ? (
            <LoadingState />
          ) : query.data.meetings.length > 0 ? (
            <>
              <SolvedByMonth months={months} />
              <MeetingTable meetings={query.data.meetings} />
            </>
          ) : (
            <EmptyState
              icon={<Users />}
              title={t('page.none')}
              hint={t('page.noneHint')}
              action={<Button onClick={() => void navigate('/listen')}>{t('page.listen')}</Button>}
            />
          )}
        </div>
      </Panel>
      <Pager
        page={page}
        pages={pages}
        label={t('page.of', { page: numberText(page), pages: numberText(pages) })}
        previous={{ label: t('page.previous'), action: 'meetings.previousPage' }}
        next={{ label: t('page.next'), action: 'meetings.nextPage' }}
        onTurn={turn}
      />
    </div>
  )
}
