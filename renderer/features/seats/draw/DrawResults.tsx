import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { DrawnRequest, DrawWindow } from '../../../../shared/contract/seats/draws.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useNameApart } from '../../../lib/name-apart.ts'
import { numberText } from '../../../lib/number-text.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useKeys } from '../../../lib/use-keys.tsx'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Pager } from '../../../ui/Pager.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import styles from './DrawResults.module.css'
import { drawnName } from './draw-words.ts'
import { RESULTS_PAGE, resultsOf } from './draws.queries.ts'

/** Everybody as they stood, with what they got and the sentence that says why; a hundred at a time, or found by name. */
export function DrawResults({ window }: { window: DrawWindow }) {
  const { t } = useTranslation('draws')
  const [search, setSearch] = useState('')
  const [settled, setSettled] = useState('')
  const [page, setPage] = useState(1)
  const query = useQuery(resultsOf(window.id, settled, page))
  const pages = Math.max(1, Math.ceil((query.data?.total ?? 0) / RESULTS_PAGE))
  const turn = (by: 1 | -1) => {
    if (page + by < 1 || page + by > pages) return false
    setPage(page + by)
    return true
  }
  useKeys('draws', { 'draws.previousPage': () => turn(-1), 'draws.nextPage': () => turn(1) })
  const type = (words: string, isComposed: boolean) => {
    setSearch(words)
    if (isComposed || words.length > LONGEST.search) return
    setSettled(words.trim())
    setPage(1)
  }
  return (
    <div className="stack">
      {(query.data?.total ?? 0) > 10 || search !== '' ? (
        <TextField
          aria-label={t('result.search')}
          placeholder={t('result.search')}
          longest={LONGEST.search}
          value={search}
          onChange={(event) =>
            type(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
          }
          onCompositionEnd={(event) => type(event.currentTarget.value, false)}
        />
      ) : null}
      {query.isError ? (
        <FailedState {...failureOf(query.error)} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <LoadingState />
      ) : query.data.rows.length > 0 ? (
        <ol className={styles.list}>
          {query.data.rows.map((row) => (
            <Line key={row.requestId} row={row} />
          ))}
        </ol>
      ) : settled !== '' ? (
        <EmptyState
          icon={<SearchX />}
          title={t('result.notFound')}
          action={<Button onClick={() => type('', false)}>{t('result.clear')}</Button>}
        />
      ) : (
        <EmptyState title={t('result.none')} hint={t('result.noneHint')} />
      )}
      <Pager
        page={page}
        pages={pages}
        label={t('result.page', { page: numberText(page), pages: numberText(pages) })}
        previous={{ label: t('result.previous'), action: 'draws.previousPage' }}
        next={{ label: t('result.next'), action: 'draws.nextPage' }}
        onTurn={turn}
      />
    </div>
  )
}

function Line({ row }: { row: DrawnRequest }) {
  const { t } = useTranslation('draws')
  const place = usePlace()
  const drawn = drawnName(t, row, useSeatRooms())
  const nameApart = useNameApart()
  return (
    <li className={styles.row}>
      <span className={styles.place}>{t('result.place', { place: row.place })}</span>
      <strong className={styles.who}>
        {[nameApart(row.personId, row.personName), ...row.togetherNames].join(' · ')}
      </strong>
      <span className={styles.drawn} data-nothing={drawn === null || undefined}>
        {drawn ?? t('result.nothing')}
      </span>
      <span className={styles.sentence}>{row.sentence[place.language]}</span>
    </li>
  )
}
