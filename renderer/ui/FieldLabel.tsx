import styles from './FieldLabel.module.css'

/** Stands over what is no text field of its own: buttons side by side, two fields of a span. Fields bring their label themselves. */
export function FieldLabel({ children }: { children: string }) {
  return <span className={styles.label}>{children}</span>
}
