/** No more rows of this height than the window has room for: what lies below is drawn after what can be seen. */
export const rowsInWindow = (rowHeightPx: number): number => Math.ceil(innerHeight / rowHeightPx)
