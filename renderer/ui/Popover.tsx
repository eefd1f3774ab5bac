import { Popover as MantinePopover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import styles from './Popover.module.css'

export interface PopoverProps {
  isOpen: boolean
  onChange: (isOpen: boolean) => void
  /** Spoken name of what opens. */
  label: string
  /** The button it belongs to: one element that takes a ref. */
  target: ReactElement
  /** Width in px; 360 unless told. */
  width?: number
  children: ReactNode
}

/** A card beside its button with more about it. Closes on Esc and on a press elsewhere; the keys of the page go on. */
export function Popover({ isOpen, onChange, label, target, width = 360, children }: PopoverProps) {
  return (
    <MantinePopover
      opened={isOpen}
      onChange={onChange}
      width={width}
      position="bottom-end"
      offset={6}
      returnFocus
      transitionProps={{ duration: 120 }}
      classNames={{ dropdown: styles.card ?? '' }}
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  )
}
