import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListLeaver } from '../../../../shared/contract/house/people.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Id } from '../../../../shared/contract/values.ts'
import { isSittingNow } from '../../../../shared/domain/house/ahead.ts'
import { useTextScale } from '../../../lib/appearance.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { useSeatRooms } from '../../../lib/seat-rooms.ts'
import { useMeasuredAnew } from '../../../lib/use-measured-anew.ts'
import { Badge } from '../../../ui/Badge.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { aheadLines } from './ahead-lines.ts'
import styles from './LeaversPart.module.css'
import type { ListPlan } from './ListPreview.tsx'

/** At text size 100 %, as in LeaversPart.module.css. */
const [HEAD_HEIGHT, LINE_HEIGHT] = [32, 20]
/** More of one person's are counted. */
const LINES_SHOWN = 4

export interface LeaversPartProps {
  plan: ListPlan
  chosen: ReadonlySet<Id>
  /** Null: whoever is ticked has nothing before them. */
  reason: string | null
  onChange: (change: { leaving?: Id[]; reason?: string }) => void
  reasonField: RefObject<HTMLInputElement | null>
}

/** Who is in the house and not in the list, to be taken off it with all they have before them. */
export function LeaversPart({ plan, chosen, reason, onChange, reasonField }: LeaversPartProps) {
  const { t } = useTranslation('settings')
  const { leavers, leaverCount, houseCount, partial } = plan
  const roomOf = useSeatRooms()
  const house = usePlace()
  const shown = useMemo(
    () => leavers.map((leaver) => ({ ...leaver, lines: aheadLines(leaver.ahead, { t, roomOf, house }) })),
    [leavers, t, roomOf, house],
  )
  const box = useRef<HTMLElement>(null)
  const scale = useTextScale()
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => heightOf(shown[index]?.lines.length ?? 0) * scale,
    getItemKey: (index) => shown[index]?.person.id ?? index,
    overscan: 8,
    initialRect: { width: 800, height: 220 },
  })
  useMeasuredAnew(rows, scale)
  const able = leavers.filter(({ ahead }) => !isSittingNow(ahead))
  const isAll = able.length > 0 && able.every(({ person }) => chosen.has(person.id))
  return (
    <fieldset className={styles.part}>
      <legend className={styles.title}>{t('leavers.title', { count: leaverCount })}</legend>
      <p className={styles.hint}>
        {t('leavers.hint')}
        {partial === null ? (
          shown.some(({ lines }) => lines.length > 0) && (
            <strong className={styles.partial}>{t('leavers.lookFirst')}</strong>
          )
        ) : (
          <strong className={styles.partial}>
            {t(`leavers.partial.${partial}`, { file: plan.good.length, house: houseCount })}
          </strong>
        )}
      </p>
      <div className={styles.acts}>
        <Checkbox
          label={t('leavers.all', { count: able.length })}
          checked={isAll}
          indeterminate={!isAll && chosen.size > 0}
          onChange={(wanted) => onChange({ leaving: wanted ? able.map(({ person }) => person.id) : [] })}
        />
        {reason === null ? null : (
          <TextField
            ref={reasonField}
            className={styles.reason ?? ''}
            label={t('leavers.reason')}
            value={reason}
            longest={LONGEST.bookingReason}
            onChange={({ currentTarget: { value } }) => onChange({ reason: value })}
          />
        )}
      </div>
      <section
        ref={box}
        className={styles.box}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and arrows must be able to scroll it
        tabIndex={0}
        aria-label={t('leavers.title', { count: leaverCount })}
      >
        <ul className={styles.list} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, key, start }) => {
            const leaver = shown[index]
            return leaver === undefined ? null : (
              <LeaverRow
                key={key}
                leaver={leaver}
                lines={leaver.lines}
                top={start}
                isChosen={chosen.has(leaver.person.id)}
                onChoose={(wanted) =>
                  onChange({
                    leaving: wanted
                      ? [...chosen, leaver.person.id]
                      : [...chosen].filter((id) => id !== leaver.person.id),
                  })
                }
              />
            )
          })}
        </ul>
      </section>
      {leaverCount === leavers.length ? null : (
        <p className={styles.hint}>{t('leavers.more', { count: leaverCount - leavers.length })}</p>
      )}
    </fieldset>
  )
}

const heightOf = (lines: number): number => HEAD_HEIGHT + Math.min(lines, LINES_SHOWN + 1) * LINE_HEIGHT

interface LeaverRowProps {
  leaver: ListLeaver
  lines: readonly string[]
  top: number
  isChosen: boolean
  onChoose: (wanted: boolean) => void
}

function LeaverRow({ leaver: { person, ahead }, lines, top, isChosen, onChoose }: LeaverRowProps) {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation('common')
  const isSitting = isSittingNow(ahead)
  const isMore = lines.length > LINES_SHOWN + 1
  return (
    <li className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <div className={styles.head}>
        <Checkbox label={person.name} checked={isChosen} disabled={isSitting} onChange={onChoose} />
        <span className={`figures ${styles.quiet}`}>{person.employeeNumber ?? t('leavers.noNumber')}</span>
        <span className={`ellipsis ${styles.quiet}`}>{person.department}</span>
        {person.role === 'coordinator' ? <Badge tone="accent">{common('role.coordinator')}</Badge> : null}
        {isSitting ? <Badge tone="soon">{t('leavers.sitting')}</Badge> : null}
      </div>
      {lines.slice(0, isMore ? LINES_SHOWN : lines.length).map((line) => (
        <p key={line} className={`ellipsis ${styles.line}`}>
          {line}
        </p>
      ))}
      {isMore ? <p className={styles.line}>{t('leavers.moreLines', { count: lines.length - LINES_SHOWN })}</p> : null}
    </li>
  )
}
