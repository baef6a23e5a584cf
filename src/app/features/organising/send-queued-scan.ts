import { deskScans, type QueuedScan } from '#app/features/organising/desk-scan-store'
import { call } from '#app/platform/call-operation'
import type { OutboxEntry } from '#app/platform/outbox-queue'

/** Brings a scan taken without network to the server, which judges it at the moment it was taken; what it says is kept for the desk. */
export async function sendQueuedScan(entry: OutboxEntry): Promise<void> {
  const { shiftId, ...scan } = entry.payload as QueuedScan
  const { results } = await call.volunteering.syncScans({ shiftId, phoneNow: new Date().toISOString(), scans: [scan] })
  const result = results.find(({ scanId }) => scanId === scan.scanId)
  deskScans.put({
    shiftId,
    scanId: scan.scanId,
    phase: scan.phase,
    scannedAt: scan.scannedAt,
    state: result?.refusal ? 'refused' : 'done',
    ...(result?.maskedName && { maskedName: result.maskedName }),
    ...(result?.state && { attendance: result.state }),
    ...(result?.refusal && { refusal: result.refusal })
  })
}
