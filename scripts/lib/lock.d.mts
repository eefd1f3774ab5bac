export function alone<T>(work: () => Promise<T>, lockFile?: string): Promise<T>
