import { useRef, useState } from 'react'
import type { ReportDetail } from '#contract/report-shapes'
import type { ReportState } from '#contract/report-states'
import { photosMax } from '#app/features/reports/report-draft-rules'
import { call } from '#app/platform/call-operation'
import { choosePhotos, takePhoto, type TakenPhoto } from '#app/platform/camera'
import { newKey } from '#app/platform/outbox'
import { uploadPhoto } from '#app/platform/upload'

/** Something a resident says to their report, in words or photos, with the move it makes. */
export function useStatement(to: ReportState) {
  const [text, setText] = useState('')
  const [photos, setPhotos] = useState<readonly TakenPhoto[]>([])
  const [isSending, setIsSending] = useState(false)
  // Photos that are up stay up when the rest has to be sent again.
  const fileIds = useRef(new Map<string, string>())
  const key = useRef({ version: 0, value: '' })

  const room = photosMax - photos.length
  const add = (taken: readonly TakenPhoto[]) => setPhotos(known => [...known, ...taken].slice(0, photosMax))
  const fileIdOf = async (path: string) => {
    const known = fileIds.current.get(path)
    if (known) return known
    const fileId = await uploadPhoto(path)
    fileIds.current.set(path, fileId)
    return fileId
  }
  /** The same words to the same version are one intent, however often they are sent. */
  const keyFor = (version: number) => {
    if (key.current.version !== version) key.current = { version, value: newKey('move') }
    return key.current.value
  }
  const send = async ({ reportId, version }: ReportDetail) => {
    setIsSending(true)
    try {
      const photoIds: string[] = []
      for (const { path } of photos) photoIds.push(await fileIdOf(path))
      const note = text.trim()
      const said = { ...(note && { note }), ...(photoIds.length > 0 && { photoIds }) }
      await call.reports.moveReport({ idempotencyKey: keyFor(version), reportId, version, to, ...said })
    } finally {
      setIsSending(false)
    }
  }
  return {
    ...{ text, setText, isSending, send },
    isEmpty: text.trim() === '' && photos.length === 0,
    shown: photos.map(({ path }) => ({ url: path, thumbnailUrl: path })),
    hasRoom: room > 0,
    fromCamera: async () => {
      const photo = await takePhoto()
      if (photo) add([photo])
    },
    fromAlbum: async () => add(await choosePhotos(room)),
    remove: (index: number) => setPhotos(known => known.filter((_, place) => place !== index))
  }
}
