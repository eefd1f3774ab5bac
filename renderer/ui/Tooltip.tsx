import { Tooltip as MantineTooltip } from '@mantine/core'
import type { ReactElement } from 'react'
import { KeyCap } from './KeyCap.tsx'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  label: string
  /** The key that does the same, shown behind the label. */
  chord?: string | undefined
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** One element that takes a ref: a button, a link, a span. */
  children: ReactElement
}

/** A word about a control, on hover and on keyboard focus alike. Never the only place where something is said. */
export function Tooltip({ label, chord, side = 'bottom', children }: TooltipProps) {
  return (
    <MantineTooltip
      label={
        <span className={styles.inside}>
          {label}
          {chord === undefined ? null : <KeyCap chord={chord} quiet />}
        </span>
      }
      position={side}
      offset={side === 'right' ? 12 : 6}
      openDelay={350}
      events={{ hover: true, focus: true, touch: false }}
      classNames={{ tooltip: styles.tooltip ?? '' }}
    >
      {children}
    </MantineTooltip>
  )
}
