import type { Rectangle } from 'electron'
import type { ConsoleOptions } from '../../compose.ts'

/** Where a window stands: device-independent pixels of the whole desktop. */
export type WindowPlace = Parameters<ConsoleOptions['settings']['saveWindowPlace']>[0]

export const smallest = { width: 1024, height: 700 } as const
const usual = { width: 1280, height: 800 } as const

/** How much of the title bar must be reachable, so that a person can drag the window back. */
const handle = { width: 160, height: 32 } as const

const overlap = (from: number, to: number, otherFrom: number, otherTo: number) =>
  Math.min(to, otherTo) - Math.max(from, otherFrom)

const canBeGrabbed = (place: Rectangle, area: Rectangle) =>
  overlap(place.x, place.x + place.width, area.x, area.x + area.width) >= handle.width &&
  place.y >= area.y &&
  place.y + handle.height <= area.y + area.height

/** In the middle of the area, never larger than it unless it is smaller than the smallest window. */
function centred(size: { width: number; height: number }, area: Rectangle): Rectangle {
  const width = Math.max(smallest.width, Math.min(size.width, area.width))
  const height = Math.max(smallest.height, Math.min(size.height, area.height))
  const x = area.x + Math.max(0, Math.round((area.width - width) / 2))
  const y = area.y + Math.max(0, Math.round((area.height - height) / 2))
  return { x, y, width, height }
}

/**
 * Where to open: where it stood, while its title bar can be reached on a display that is still there; else centred on the
 * first of `workAreas` in its old size.
 */
export function whereToOpen(remembered: WindowPlace | null, workAreas: readonly Rectangle[]): WindowPlace {
  const [first = { x: 0, y: 0, ...usual }] = workAreas
  if (remembered === null) return { ...centred(usual, first), isMaximized: false }
  const { isMaximized, ...bounds } = remembered
  const place = {
    ...bounds,
    width: Math.max(smallest.width, bounds.width),
    height: Math.max(smallest.height, bounds.height),
  }
  const isReachable = workAreas.some((area) => canBeGrabbed(place, area))
  return { ...(isReachable ? place : centred(place, first)), isMaximized }
}
