import type { ReactNode } from 'react'

export interface OverlayProps {
  isOpen: boolean
  onClose: () => void
  /** Read aloud when it opens. */
  label: string
  place: 'bottom' | 'centre'
  children: ReactNode
}
