import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** What is under way, for screen readers. */
  label: string
  /** 0 to 1; null while the end is not known. */
  fraction: number | null
  tone?: 'accent' | 'praise' | 'risk'
}

export function ProgressBar({ label, fraction, tone = 'accent' }: ProgressBarProps) {
  const percent = fraction === null ? null : Math.round(Math.min(1, Math.max(0, fraction)) * 100)
  return (
    <div
      className={styles.track}
      data-tone={tone}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent ?? undefined}
    >
      <div
        className={styles.fill}
        data-unknown={percent === null || undefined}
        style={percent === null ? undefined : { width: `${percent}%` }}
      />
    </div>
  )
}
