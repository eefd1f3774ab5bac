import { useQuery } from '@tanstack/react-query'
import { HandHeart } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { PlainDate } from '../../../shared/contract/values.ts'
import { silverOverview } from '../../features/silver-hair/silver-hair.queries.ts'
import { useDictionary } from '../../features/silver-hair/use-dictionary.ts'
import { FailingList } from '../../features/silver-hair/view/FailingList.tsx'
import { FAILED, failingFrom } from '../../features/silver-hair/view/failing.ts'
import { SilverCalls } from '../../features/silver-hair/view/SilverCalls.tsx'
import styles from '../../features/silver-hair/view/SilverView.module.css'
import { TermList } from '../../features/silver-hair/view/TermList.tsx'
import { chordLabels } from '../../lib/chords.ts'
import { failureOf } from '../../lib/errors.ts'
import { dateIn, fullDateName } from '../../lib/formats.ts'
import { useNow } from '../../lib/now.ts'
import { usePlace } from '../../lib/place-store.ts'
import { addDays, dateFrom } from '../../lib/plain-dates.ts'
import { useChord, useKeys } from '../../lib/use-keys.tsx'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FailedState } from '../../ui/FailedState.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { walkRows } from '../../ui/walk-list.ts'

/** As far back as it looks at first. */
const DAYS = 90
/** From so many agents on there are figures; the console decides, this only says so. */
const FEWEST = 5

/** What all desks share of it. */
const SHOWN = [['silverHair', 'overview']]

/** All calls of silver-hair service in some days, and what failed most in them. */
export function SilverHairPage() {
  const { t } = useTranslation('silver')
  const place = usePlace()
  const [address, setAddress] = useSearchParams()
  const today = dateIn(useNow(60_000), place.timeZone)
  const to = dateFrom(address.get('to')) ?? today
  const from = dateFrom(address.get('from')) ?? addDays(to, 1 - DAYS)
  const failing = failingFrom(address.get('failing'))
  const overview = useQuery(silverOverview(from, to))
  const dictionary = useDictionary()
  const list = useRef<HTMLDivElement>(null)
  const walk = (by: 1 | -1) => walkRows(list.current, '[data-call]', by)
  const seeAll = () => change('failing', null)
  useKeys('silver', {
    'silver.down': () => walk(1),
    'silver.up': () => walk(-1),
    'silver.all': () => (failing === null ? false : seeAll()),
  })
  const chord = chordLabels(useChord('silver.mark')).flat().join('+')
  const allChord = useChord('silver.all')
  const changeAll = (values: Readonly<Record<string, string | null>>) =>
    setAddress(
      (before) => {
        const all = Object.entries({ ...Object.fromEntries(before), ...values })
        return Object.fromEntries(all.filter((entry): entry is [string, string] => entry[1] !== null))
      },
      { replace: true },
    )
  const change = (name: string, value: string | null) => changeAll({ [name]: value })
  const dates = (
    <span className={styles.dates}>
      <DateField isNamedInside label={t('page.from')} value={from} onChange={(value) => change('from', value)} />
      <span aria-hidden="true">–</span>
      <DateField isNamedInside label={t('page.to')} value={to} onChange={(value) => change('to', value)} />
    </span>
  )
  const { data } = overview
  const shown = data?.calls.filter((call) => failing === null || FAILED[failing](call)) ?? []
  const figure = failing === null ? 0 : (data?.failings?.[failing].calls ?? 0)
  return (
    <div className="fill">
      <PageHeader
        shows={SHOWN}
        title={t('page.title')}
        sub={data === undefined ? '' : t('page.sub', { count: data.count, of: data.of })}
        actions={dates}
      />
      {overview.error !== null ? (
        <FailedState {...failureOf(overview.error)} onRetry={() => void overview.refetch()} />
      ) : data === undefined ? (
        <LoadingState />
      ) : data.count === 0 ? (
        <EmptyState icon={<HandHeart />} title={t('empty.title')} hint={t('empty.hint', { chord })} />
      ) : (
        <div className={`columns ${styles.columns}`}>
          <Panel
            title={t('page.calls')}
            aside={
              <span className={styles.dates}>
                {failing === null ? null : (
                  <Chip onRemove={seeAll} removeLabel={t('failing.seeAll')}>
                    {t(`failing.${failing}`)}
                  </Chip>
                )}
                {shown.length}
              </span>
            }
            fill
            flush
          >
            <div ref={list}>
              <SilverCalls calls={shown} />
              {shown.length === 0 && failing !== null ? (
                <EmptyState
                  icon={<HandHeart />}
                  title={t('empty.ofFailing', { failing: t(`failing.${failing}`) })}
                  hint={t(data.failings === null ? 'empty.noFigures' : 'empty.otherCalls')}
                  action={
                    <Button chord={allChord} onClick={seeAll}>
                      {t('failing.seeAll')}
                    </Button>
                  }
                />
              ) : null}
              {data.count > data.calls.length ? (
                <p className={styles.more}>{t('call.more', { count: data.count - data.calls.length })}</p>
              ) : null}
              {shown.length < figure ? <p className={styles.more}>{t('call.ofOthers')}</p> : null}
            </div>
          </Panel>
          <div className="side-column">
            <Panel title={t('failing.title')}>
              {data.failings === null ? (
                <Few partOf={data.partOf ?? null} onChoose={(span) => changeAll({ ...span, failing: null })} />
              ) : (
                <FailingList failings={data.failings} chosen={failing} onChoose={(name) => change('failing', name)} />
              )}
            </Panel>
            {data.failings === null ? null : (
              <Panel title={t('terms.title')}>
                <TermList terms={data.failings.jargon.terms} dictionary={dictionary} />
              </Panel>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

interface FewProps {
  /** The days chosen are a part of days that are counted together. */
  partOf: { from: PlainDate; to: PlainDate } | null
  onChoose: (span: { from: PlainDate; to: PlainDate }) => void
}

/** In the place of figures: why there are none, and where those are that these days belong to. */
function Few({ partOf, onChoose }: FewProps) {
  const { t } = useTranslation('silver')
  const { language } = usePlace()
  if (partOf === null)
    return (
      <div className={styles.few}>
        <strong>{t('few.title', { count: FEWEST })}</strong>
        <p>{t('few.hint')}</p>
      </div>
    )
  const days = { from: fullDateName(partOf.from, language), to: fullDateName(partOf.to, language) }
  return (
    <div className={styles.few}>
      <strong>{t('few.partTitle')}</strong>
      <p>{t('few.partHint', { ...days, count: FEWEST })}</p>
      <Button onClick={() => onChoose(partOf)}>{t('few.whole')}</Button>
    </div>
  )
}
