/** How large everything can be drawn, in percent of the size it was designed at. */
export const textSizes = [90, 100, 115, 130, 150] as const
export type TextSize = (typeof textSizes)[number]
