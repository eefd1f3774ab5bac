import { type RefObject, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Id, Instant } from '../../../../shared/contract/values.ts'
import { usePlace } from '../../../lib/place-store.ts'
import { areaStyle } from '../board/area-style.ts'
import { type DayBoard, holderAt, spanOf } from '../board/board-layout.ts'
import styles from './PlaceWords.module.css'
import { PlaceWords, type Side, sideOf } from './PlaceWords.tsx'
import { type PlaceUnder, placeUnder } from './place-under.ts'
import { nameOfPlace } from './week-words.ts'

export interface PointedPlaceProps {
  list: RefObject<HTMLElement | null>
  boards: readonly DayBoard[]
  me: Id | null
  now: Instant
}

interface Pointed extends PlaceUnder, Side {}

/**
 * Which place is under the mouse, whose, and when: of many seats a week draws columns and no names. It lies in the picture of its day and
 * keeps to itself where the mouse is, so that no step of it draws the week anew.
 */
export function PointedPlace({ list, boards, me, now }: PointedPlaceProps) {
  const { t } = useTranslation('seats')
  const place = usePlace()
  const [pointed, setPointed] = useState<Pointed | null>(null)
  useEffect(() => {
    const week = list.current
    const moved = (event: PointerEvent) => {
      // A finger scrolls, and what is drawn by the pointer says where it lies itself.
      const isPointing = event.pointerType !== 'touch' && event.buttons === 0
      const at = { x: event.clientX, y: event.clientY }
      const under = isPointing ? placeUnder(week, boards, at) : null
      const next = under?.isInside && week !== null ? { ...under, ...sideOf(at, week) } : null
      setPointed((before) => (isSame(before, next) ? before : next))
    }
    const left = () => setPointed(null)
    week?.addEventListener('pointermove', moved)
    week?.addEventListener('pointerdown', left)
    week?.addEventListener('pointerleave', left)
    return () => {
      week?.removeEventListener('pointermove', moved)
      week?.removeEventListener('pointerdown', left)
      week?.removeEventListener('pointerleave', left)
    }
  }, [list, boards])

  const board = boards.find(({ date }) => date === pointed?.board.date)
  if (pointed === null || board === undefined || !pointed.picture.isConnected) return null
  const placed = holderAt(board, pointed)
  const [from, end] = placed === undefined ? [pointed.slot, pointed.slot + 1] : [placed.firstSlot, placed.endSlot]
  const style = areaStyle(board, spanOf(board, pointed.seat, from, end))
  if (style === null) return null
  return createPortal(
    <span className={styles.pointed} style={style} aria-hidden="true">
      <PlaceWords words={nameOfPlace(t, board, pointed, { me, now, place })} side={pointed} />
    </span>,
    pointed.picture,
  )
}

const isSame = (one: Pointed | null, other: Pointed | null): boolean =>
  one === other ||
  (one?.picture === other?.picture &&
    one?.seat === other?.seat &&
    one?.slot === other?.slot &&
    one?.isRight === other?.isRight &&
    one?.isLow === other?.isLow)
