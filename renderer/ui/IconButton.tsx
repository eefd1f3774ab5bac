import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps
  extends Omit<ComponentPropsWithRef<'button'>, 'className' | 'children' | 'aria-label'> {
  icon: ReactNode
  /** Spoken name and tooltip. */
  label: string
  chord?: string | undefined
  tone?: 'quiet' | 'default' | 'danger'
  size?: 'normal' | 'small'
  /** Set for a two-state button (pinned, muted): told to screen readers as pressed. */
  pressed?: boolean | undefined
  /** One of very many on screen: the browser's own tooltip, which costs nothing until it is shown. */
  isOneOfMany?: boolean
}

export function IconButton({
  icon,
  label,
  chord,
  tone = 'quiet',
  size = 'normal',
  pressed,
  isOneOfMany = false,
  type = 'button',
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      {...rest}
      type={type}
      className={styles.button}
      title={isOneOfMany ? label : undefined}
      aria-label={label}
      aria-pressed={pressed}
      data-tone={tone}
      data-size={size}
    >
      {icon}
    </button>
  )
  if (isOneOfMany) return button
  return (
    <Tooltip label={label} chord={chord}>
      {button}
    </Tooltip>
  )
}
