import { Tooltip } from '@mantine/core'
import { KeyCap } from './KeyCap.tsx'
import styles from './Tooltip.module.css'

export interface TooltipBubbleProps {
  label: string
  chord?: string | undefined
  side: 'top' | 'right' | 'bottom' | 'left'
  /** What it stands at. */
  control: HTMLElement
  isOpen: boolean
  /** Of its words, which describe the control. */
  labelId: string
}

/** The words at a control, and the key that does the same behind them. */
export function TooltipBubble({ label, chord, side, control, isOpen, labelId }: TooltipBubbleProps) {
  return (
    <Tooltip
      target={control}
      opened={isOpen}
      label={
        <span id={labelId} className={styles.inside}>
          {label}
          {chord === undefined ? null : <KeyCap chord={chord} quiet />}
        </span>
      }
      position={side}
      offset={side === 'right' ? 12 : 6}
      classNames={{ tooltip: styles.tooltip ?? '' }}
    />
  )
}
