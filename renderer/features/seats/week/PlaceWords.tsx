import styles from './PlaceWords.module.css'

/** On which side of a place there is room for words. */
export interface Side {
  isRight: boolean
  isLow: boolean
}

/** Towards the middle of the week. */
export function sideOf({ x, y }: { x: number; y: number }, week: Element): Side {
  const { left, width, top, height } = week.getBoundingClientRect()
  return { isRight: x > left + width / 2, isLow: y > top + height / 2 }
}

/** Over or under a place that is too small for them. */
export const PlaceWords = ({ words, side: { isRight, isLow } }: { words: string; side: Side }) => (
  <span
    className={styles.words}
    aria-hidden="true"
    data-beside
    data-right={isRight || undefined}
    data-low={isLow || undefined}
  >
    {words}
  </span>
)
