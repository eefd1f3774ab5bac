/** `12,345`, in both languages. */
export const numberText = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
