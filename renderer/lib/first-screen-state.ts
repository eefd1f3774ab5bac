/** From the first questions on until the first screen stands there with their answers. */
let isBeingDrawn = false

export const beginFirstScreen = (): void => {
  isBeingDrawn = true
}

export const endFirstScreen = (): void => {
  isBeingDrawn = false
}

/** Whether what was asked a moment ago is what this screen is drawn with: nothing of it is asked a second time. */
export const isFirstScreen = (): boolean => isBeingDrawn
