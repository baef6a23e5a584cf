import type { PresencePhase } from '#contract/volunteering-states'
import { scansWith, type DeskScan } from '#app/features/organising/desk-scan-rules'
import { observed, useObserved } from '#app/platform/observed'
import { storage } from '#app/platform/storage'

export const DESK_SCAN = 'desk-scan'

/** A scan that waits for the network; `scannedAt` is this phone's clock, which the server sets right when it comes. */
export interface QueuedScan {
  shiftId: string
  scanId: string
  phase: PresencePhase
  code: string
  scannedAt: string
  isWalkIn?: boolean
}

const KEY = 'desk-scans'
const kept = observed<readonly DeskScan[] | undefined>(undefined)

const read = () => kept.get() ?? storage.read<DeskScan[]>(KEY) ?? []

export const deskScans = {
  put(scan: DeskScan) {
    const next = scansWith(read(), scan)
    storage.write(KEY, next)
    kept.set(next)
  },
  find: (scanId: string) => read().find(scan => scan.scanId === scanId)
}

/** The scans of a shift, newest first. */
export function useDeskScans(shiftId: string): readonly DeskScan[] {
  useObserved(kept)
  return read().filter(scan => scan.shiftId === shiftId)
}
