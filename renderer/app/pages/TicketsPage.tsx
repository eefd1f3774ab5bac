import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { exportChoice } from '../../features/tickets/list/export-choice.ts'
import { NoTickets } from '../../features/tickets/list/NoTickets.tsx'
import { OlderTickets } from '../../features/tickets/list/OlderTickets.tsx'
import { PickBar } from '../../features/tickets/list/PickBar.tsx'
import { TicketFilters } from '../../features/tickets/list/TicketFilters.tsx'
import { TicketList } from '../../features/tickets/list/TicketList.tsx'
import { TicketSearch } from '../../features/tickets/list/TicketSearch.tsx'
import { useTicketList } from '../../features/tickets/list/use-ticket-list.ts'
import { KeptTickets } from '../../features/tickets/many/KeptTickets.tsx'
import { ManyForm } from '../../features/tickets/many/ManyForm.tsx'
import { beginChange } from '../../features/tickets/many/many.actions.ts'
import type { ManyWhat } from '../../features/tickets/many/many-store.ts'
import { PrintedTickets } from '../../features/tickets/many/PrintedTickets.tsx'
import { printPicked } from '../../features/tickets/many/print-store.ts'
import { TicketPaper } from '../../features/tickets/many/TicketPaper.tsx'
import { TicketPane } from '../../features/tickets/ticket/TicketPane.tsx'
import {
  clearPicks,
  cursorIndex,
  forgetWords,
  isAnyPicked,
  meantBy,
  openForm,
  pickFound,
  pickRange,
  putCursor,
  searchWhole,
  stepCursor,
  ticketAt,
  togglePick,
  useTicketDesk,
  viewChanged,
} from '../../features/tickets/ticket-desk.ts'
import { addressOf, firstView, isNarrowed, type TicketView, viewOf } from '../../features/tickets/ticket-view.ts'
import { pickAllBut } from '../../features/tickets/tickets.actions.ts'
import { useTicketKeys } from '../../features/tickets/use-ticket-keys.ts'
import { issueTypes } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { useExportSelection } from '../../lib/export-selection.ts'
import { listOfWords } from '../../lib/list-of-words.ts'
import { numberText } from '../../lib/number-text.ts'
import { useStable } from '../../lib/use-stable.ts'
import { FailedState } from '../../ui/FailedState.tsx'
import { isNowhere } from '../../ui/focus.ts'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import styles from './TicketsPage.module.css'

const NAMES_TOLD = 3
const NONE: readonly Id[] = []

/** What all desks share of it. */
const SHOWN = [['tickets']]

/** Every ticket: found, walked with keys, one open beside the list. Filters and the open ticket stand in the address. */
export function TicketsPage() {
  const { t, i18n } = useTranslation('tickets')
  const { ticketId: shownId = null } = useParams()
  const [search] = useSearchParams()
  const navigate = useNavigate()
  const types = useQuery(issueTypes).data ?? []
  const view = useMemo(() => viewOf(search), [search])
  const list = useTicketList(view)
  const { tickets, ids, total, text } = list
  /** Keys act on none that were found by the words before. */
  const keyed = list.isStale ? NONE : ids
  const desk = useTicketDesk()
  const { picked, cursor } = desk
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const bar = useRef<HTMLElement>(null)
  const followed = useRef<string | null>(null)

  // Without a list in sight the page itself has the keys.
  const focusList = () => (grid.current ?? document.getElementById('main'))?.focus({ preventScroll: true })
  const goTo = (ticketId: string | null, address = search, isReplacing = shownId !== null) =>
    void navigate(
      { pathname: ticketId === null ? '/tickets' : `/tickets/${ticketId}`, search: address.toString() },
      { replace: isReplacing },
    )
  const changeView = useStable((change: Partial<TicketView>) => {
    viewChanged()
    goTo(shownId, addressOf({ ...view, ...change }), true)
  })
  const open = (ticketId: string | null) => {
    if (ticketId !== null) goTo(ticketId)
  }
  const step = (by: number) => {
    const to = stepCursor(keyed, by)
    // With a ticket open, walking reads one after the other.
    if (shownId !== null) open(to)
  }
  const toggle = (ticketId: string) => {
    if (!togglePick(ticketId)) void pickAllBut(ticketId, list.filter, view.sort)
  }
  const close = () => {
    goTo(null)
    focusList()
  }
  const pickedCount = picked.by === 'found' ? total : picked.ids.length
  const type = types.find((each) => each.id === view.issueTypeId)
  const typeName = i18n.language === 'en' ? type?.nameEn : type?.nameZh
  const viewName = view.department ?? typeName ?? t(`group.${view.state}`)
  /** What was found by the words before is not what the words now mean: nothing is done to «all found» until it is known. */
  const isLooking = list.isStale && picked.by === 'found'
  const isFoundUnknown = list.isStale && !(picked.by === 'ids' && picked.ids.length > 0)
  const exportPicked = () => {
    if (isFoundUnknown) return false
    const chosen = exportChoice({ picked, filter: list.filter, total, tickets, viewName })
    if (chosen === null) return false
    useExportSelection.setState({ chosen })
    void navigate('/exports?new=1')
    return true
  }

  const onScreen = { filter: list.filter, sort: view.sort, total, tickets }
  const change = (what: ManyWhat) => {
    if (isLooking) return false
    const meant = meantBy(picked, shownId ?? ticketAt(keyed, cursor))
    if (meant !== null) void beginChange(what, meant, onScreen)
    return meant !== null
  }
  const printChosen = () => {
    if (isLooking) return false
    if (isAnyPicked(picked)) void printPicked(picked, onScreen)
    return isAnyPicked(picked)
  }

  useTicketKeys({
    ids: keyed,
    hasRows: tickets.length > 0,
    view,
    shownId,
    onView: changeView,
    onStep: step,
    onOpen: () => {
      open(cursor)
      return cursor !== null
    },
    onCloseTicket: close,
    onToggle: toggle,
    onMany: (wanted) => {
      if (wanted === 'move') change('move')
      else bar.current?.querySelector<HTMLElement>('[data-change]')?.focus()
    },
    onChange: change,
    onPrint: printChosen,
    onRangeTo: (ticketId) => pickRange(keyed, keyed.indexOf(ticketId)),
    onSearch: () => field.current?.select(),
    onExport: exportPicked,
    onFocusList: focusList,
  })

  const hasRows = tickets.length > 0
  const isNothingPicked = pickedCount === 0
  useEffect(() => {
    if (hasRows && isNowhere(document.activeElement)) grid.current?.focus({ preventScroll: true })
  }, [hasRows])
  useEffect(() => {
    // With the last pick the bar below loses its buttons, and the focus goes with the one that was pressed.
    if (isNothingPicked && isNowhere(document.activeElement)) grid.current?.focus({ preventScroll: true })
  }, [isNothingPicked])
  useEffect(() => {
    if (!hasRows || list.isStale) return
    const at = ids.indexOf(shownId ?? '')
    // A ticket that is opened takes the cursor along, once: then the cursor may walk on. A fresh list begins at its top.
    if (shownId !== followed.current && at !== -1) putCursor(ids, at)
    else if (cursor === null) putCursor(ids, 0)
    if (shownId === null || at !== -1) followed.current = shownId
  }, [hasRows, list.isStale, ids, shownId, cursor])

  const body = () => {
    if (list.error !== null && !hasRows) return <FailedState {...failureOf(list.error)} onRetry={list.retry} />
    if (list.isPending) return <LoadingState />
    if (hasRows) return null
    return (
      <NoTickets
        isNarrowed={isNarrowed(view, text)}
        inAll={{ ...list.filter, states: [], isOverdue: false }}
        onClear={() => {
          forgetWords()
          changeView({ ...firstView, state: view.state, sort: view.sort })
        }}
        onAll={() => changeView({ state: 'all', isOverdue: false })}
        onListen={() => void navigate('/listen')}
      />
    )
  }
  const around = body()
  const isKnown = !list.isPending && (list.error === null || total > 0)
  const found = t(list.searchedFrom > 0 ? 'page.countAtLeast' : 'page.count', { number: numberText(total) })
  const count = list.isStale ? t('page.looking') : found
  const names = list.namesAlike
  const named = () => ({
    names: listOfWords(names.slice(0, NAMES_TOLD), 'conjunction'),
    number: numberText(names.length),
  })
  const sounds = names.length === 0 ? [] : [t(names.length > NAMES_TOLD ? 'page.alikeMany' : 'page.alike', named())]
  return (
    <div className={`fill ${styles.page}`}>
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={<span role="status">{isKnown ? [count, ...sounds].join(' · ') : ''}</span>}
        actions={<TicketSearch fieldRef={field} onLeave={focusList} />}
      />
      <TicketFilters view={view} onChange={changeView} />
      <div className={`columns ${styles.columns}`} data-open={shownId !== null || undefined}>
        <div className={`pane ${styles.list}`}>
          {list.searchedFrom === 0 ? null : (
            <OlderTickets
              searchedFrom={list.searchedFrom}
              sort={view.sort}
              onAll={() => {
                searchWhole()
                focusList()
              }}
            />
          )}
          {around === null ? (
            <TicketList
              gridRef={grid}
              tickets={tickets}
              total={total}
              types={types}
              sort={view.sort}
              isPicked={(ticketId) => picked.by === 'found' || picked.ids.includes(ticketId)}
              cursorAt={cursorIndex(ids, desk)}
              shownId={shownId}
              isStale={list.isStale}
              onPress={(index, how) => {
                const ticketId = putCursor(ids, index)
                focusList()
                if (ticketId === null) return
                if (how === 'pick') toggle(ticketId)
                else if (how === 'range') pickRange(ids, index)
                else open(ticketId)
              }}
              onJump={step}
              onNearEnd={list.readOn}
            />
          ) : (
            <div className={styles.rest}>{around}</div>
          )}
          {total === 0 && pickedCount === 0 ? null : (
            <PickBar
              barRef={bar}
              pickedCount={pickedCount}
              foundCount={list.isStale ? null : total}
              isPart={list.searchedFrom > 0}
              isTicketBeside={shownId !== null}
              isAll={picked.by === 'found'}
              onAll={pickFound}
              onClear={clearPicks}
              onExport={exportPicked}
              onChange={change}
              onPrint={printChosen}
            />
          )}
        </div>
        {desk.form?.kind === 'many' ? (
          <ManyForm what={desk.form.what} seen={desk.form.seen} onClose={() => openForm(null)} />
        ) : null}
        <KeptTickets />
        <PrintedTickets />
        <TicketPaper viewName={viewName} types={types} shownId={shownId} list={onScreen} />
        {shownId === null ? null : <TicketPane ticketId={shownId} onClose={close} onLeaveForm={focusList} />}
      </div>
    </div>
  )
}
