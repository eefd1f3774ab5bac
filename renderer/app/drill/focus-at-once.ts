/** As a `ref`: has the focus from the moment it is there, so that no key in between goes to what lies behind the dialog. */
export const focusAtOnce = (element: HTMLElement | null): void => element?.focus({ preventScroll: true })
