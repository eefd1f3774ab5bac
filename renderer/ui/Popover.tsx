import { Popover as MantinePopover } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'
import { useKeys } from '../lib/use-keys.tsx'
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
  // Bound last, it hears Esc before the page does: one press closes the card and nothing else.
  useKeys('dialog', { 'dialog.close': () => onChange(false) }, isOpen)
  return (
    <MantinePopover
      opened={isOpen}
      onChange={onChange}
      width={width}
      position="bottom-end"
      offset={6}
      returnFocus
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: styles.card ?? '' }}
    >
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-label={label}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  )
}
