import { useQuery } from '@tanstack/react-query'
import { SearchX, UserCheck } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { Id } from '../../../shared/contract/values.ts'
import { removeRecord, saveSheet } from '../../features/duty/duty.actions.ts'
import { dutyOverview, passportOf } from '../../features/duty/duty.queries.ts'
import { DutyFilters } from '../../features/duty/overview/DutyFilters.tsx'
import { DutyTable } from '../../features/duty/overview/DutyTable.tsx'
import { dutyRows, everyoneOwing, filtered } from '../../features/duty/overview/duty-rows.ts'
import { Forecast } from '../../features/duty/overview/Forecast.tsx'
import { RemindButton } from '../../features/duty/overview/RemindButton.tsx'
import { RulesDialog } from '../../features/duty/overview/RulesDialog.tsx'
import { Passport } from '../../features/duty/passport/Passport.tsx'
import { RecordDialog } from '../../features/duty/passport/RecordDialog.tsx'
import { everybody } from '../../lib/common-queries.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn } from '../../lib/formats.ts'
import { useMay } from '../../lib/may.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { useSettings } from '../../lib/settings.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { useReadings } from '../../lib/use-readings.ts'
import { Button } from '../../ui/Button.tsx'
import { DrawnNext, FieldPlace } from '../../ui/DrawnNext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Select } from '../../ui/Select.tsx'
import styles from './DutyPage.module.css'

/** What all desks share of it. */
const SHOWN = [['passports']]
const YEAR_WIDTH = 96

/** What each manager's year asks and what is done of it: one's own passport, and for the coordinator that of everybody. */
export function DutyPage() {
  const { t } = useTranslation('duty')
  const place = usePlace()
  const me = useSettings()?.me ?? null
  const maySeeAll = useMay('passports.overview')
  const today = dateIn(useNow(60_000), place.timeZone)
  const thisYear = Number(today.slice(0, 4))
  const [address, setAddress] = useSearchParams()
  const year = Number(address.get('year') ?? thisYear)
  // Who may see nobody else's is shown their own, whatever the address says.
  const chosenId = (maySeeAll ? address.get('person') : null) ?? me
  const people = useQuery(everybody).data
  const chosen = people?.find(({ id }) => id === chosenId) ?? null
  /** For whom something is being written down: it stays theirs, also where another window sets the desk to somebody else. */
  const [writingFor, setWritingFor] = useState<{ id: Id; name: string } | null>(null)
  const write = () => setWritingFor(chosenId === null ? null : { id: chosenId, name: chosen?.name ?? '' })
  const years = [thisYear, thisYear - 1, thisYear - 2].map((each) => ({ value: String(each), label: String(each) }))
  const isOwn = chosenId === me
  const mayWrite = chosenId !== null && (maySeeAll || isOwn)

  useKeys('duty', {
    'duty.record': () => (mayWrite ? write() : false),
    'duty.back': () => {
      if (address.get('person') === null) return false
      setAddress(year === thisYear ? {} : { year: String(year) })
    },
  })
  const passport = useQuery({ ...passportOf(chosenId ?? '', year), enabled: chosenId !== null })
  const recordChord = useChord('duty.record')
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={t('page.sub')}
        actions={
          <DrawnNext
            place={
              <FieldPlace size="sm" width={YEAR_WIDTH}>
                {year}
              </FieldPlace>
            }
          >
            <Select
              aria-label={t('page.year')}
              options={years}
              value={String(year)}
              onChange={(value) => setAddress((before) => ({ ...Object.fromEntries(before), year: value }))}
              w={YEAR_WIDTH}
            />
          </DrawnNext>
        }
      />
      <div className={styles.panes} data-all={maySeeAll || undefined}>
        {maySeeAll ? (
          <Overview
            year={year}
            thisYear={thisYear}
            chosenId={address.get('person')}
            onChoose={(person) => setAddress((before) => ({ ...Object.fromEntries(before), person }))}
          />
        ) : null}
        <Panel
          fill
          flush
          title={isOwn ? t('page.mine') : t('passport.of', { name: chosen?.name ?? '', year })}
          actions={
            mayWrite ? (
              <Button size="small" chord={recordChord} onClick={write}>
                {t('record.open')}
              </Button>
            ) : undefined
          }
        >
          {chosenId === null ? (
            <EmptyState title={t('passport.noOne')} hint={t('card.whoFirst')} />
          ) : passport.isError ? (
            <FailedState {...failureOf(passport.error)} onRetry={() => void passport.refetch()} />
          ) : passport.data === undefined ? (
            <LoadingState />
          ) : (
            <DrawnNext place={<LoadingState />}>
              <Passport passport={passport.data} onRemove={maySeeAll ? (record) => void removeRecord(record) : null} />
            </DrawnNext>
          )}
        </Panel>
      </div>
      {writingFor === null ? null : (
        <RecordDialog
          person={maySeeAll ? writingFor : null}
          today={today}
          year={year}
          onClose={() => setWritingFor(null)}
        />
      )}
    </div>
  )
}

interface OverviewProps {
  year: number
  thisYear: number
  /** Null: nobody yet; whoever walks begins at the first line, not at their own somewhere among thousands. */
  chosenId: string | null
  onChoose: (personId: string) => void
}

function Overview({ year, thisYear, chosenId, onChoose }: OverviewProps) {
  const { t } = useTranslation('duty')
  const query = useQuery(dutyOverview(year))
  const people = useQuery(everybody).data
  const [filter, setFilter] = useState(everyoneOwing)
  const [isRuling, setIsRuling] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const all = useMemo(() => dutyRows(people ?? [], query.data?.groups ?? []), [people, query.data])
  const names = useMemo(() => all.map(({ person }) => person.name), [all])
  const { readings } = useReadings(names, filter.typed)
  const shown = useMemo(() => filtered(all, filter, readings), [all, filter, readings])
  const { department } = filter
  const counted = useMemo(
    () => (department === null ? all : all.filter(({ person }) => person.department === department)),
    [all, department],
  )
  const saveAll = async () => {
    if (isSaving) return
    setIsSaving(true)
    await saveSheet(year)
    setIsSaving(false)
  }
  const walk = (by: 1 | -1) => {
    const at = shown.findIndex(({ person }) => person.id === chosenId)
    const next = shown[at === -1 ? 0 : at + by]
    if (next === undefined) return false
    onChoose(next.person.id)
    list.current?.focus({ preventScroll: true })
  }
  useKeys('duty', {
    'duty.down': () => walk(1),
    'duty.up': () => walk(-1),
    'duty.sheet': () => void saveAll(),
    search: () => field.current?.select(),
  })
  const sheetChord = useChord('duty.sheet')
  return (
    <section className="pane" aria-label={t('page.all')}>
      <header className={styles.head}>
        <Forecast {...{ year, thisYear, department }} rows={counted} placesLeft={query.data?.placesLeft ?? null} />
        <div className={styles.acts}>
          <RemindButton year={year} rows={shown} />
          <Button size="small" tone="quiet" chord={sheetChord} busy={isSaving} onClick={() => void saveAll()}>
            {t('overview.sheet')}
          </Button>
          <Button size="small" tone="quiet" onClick={() => setIsRuling(true)}>
            {t('overview.rules')}
          </Button>
        </div>
      </header>
      <DutyFilters
        filter={filter}
        onChange={(change) => setFilter({ ...filter, ...change })}
        rows={all}
        fieldRef={field}
        onLeave={() => {
          field.current?.blur()
          walk(1)
        }}
      />
      <div className={styles.scroll} data-duty-scroll>
        {query.isError ? (
          <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data === undefined || people === undefined ? (
          <LoadingState />
        ) : all.length === 0 ? (
          <EmptyState icon={<UserCheck />} title={t('overview.none')} hint={t('overview.noneHint')} />
        ) : shown.length === 0 ? (
          <EmptyState
            icon={<SearchX />}
            title={t('overview.found')}
            hint={t('overview.foundHint')}
            action={
              <Button onClick={() => setFilter({ ...everyoneOwing, state: 'everyone' })}>{t('overview.clear')}</Button>
            }
          />
        ) : (
          <DutyTable rows={shown} chosenId={chosenId} onChoose={onChoose} listRef={list} />
        )}
      </div>
      {isRuling ? <RulesDialog year={year} onClose={() => setIsRuling(false)} /> : null}
    </section>
  )
}
