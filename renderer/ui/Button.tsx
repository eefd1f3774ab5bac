import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './Button.module.css'
import { KeyCap } from './KeyCap.tsx'

export interface ButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'className'> {
  /** primary: the one main act of a screen; default: the others; quiet: no border until hovered; danger: cannot be undone. */
  tone?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'normal' | 'small' | 'large'
  icon?: ReactNode
  /** A chord like «Mod+Enter», shown behind the label. Showing it does not bind it: useKeys does. */
  chord?: string | undefined
  /** While true the button keeps its width, shows a spinner and does nothing. */
  busy?: boolean
  fullWidth?: boolean
}

export function Button({
  tone = 'default',
  size = 'normal',
  icon,
  chord,
  busy = false,
  fullWidth = false,
  type = 'button',
  disabled,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-tone={tone}
      data-size={size}
      data-busy={busy || undefined}
      data-full={fullWidth || undefined}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      <span className={styles.label}>{children}</span>
      {chord === undefined ? null : <KeyCap chord={chord} quiet isUnspoken={rest['aria-label'] !== undefined} />}
    </button>
  )
}
