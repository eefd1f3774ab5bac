import type { Plugin } from 'vite'

export const textsAsJson: Plugin
