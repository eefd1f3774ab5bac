import type { ReactNode } from 'react'
import styles from './Badge.module.css'

export type Tone = 'neutral' | 'accent' | 'voice' | 'view' | 'praise' | 'risk' | 'soon'

export interface BadgeProps {
  tone?: Tone
  icon?: ReactNode
  /** Filled says «look here»; soft (default) sits in a row of others. */
  look?: 'soft' | 'filled' | 'outline'
  title?: string
  children: ReactNode
}

/** A short state: never clickable. */
export function Badge({ tone = 'neutral', icon, look = 'soft', title, children }: BadgeProps) {
  return (
    <span className={styles.badge} data-tone={tone} data-look={look} title={title}>
      {icon}
      {children}
    </span>
  )
}
