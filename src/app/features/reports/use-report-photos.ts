import { useState } from 'react'
import { dropPhotos, keepPhoto, usePhotoPaths } from '#app/features/reports/draft-photos'
import { roomForPhotos, withoutPhoto, withPhotos } from '#app/features/reports/report-draft-rules'
import { reportDraft, useReportDraft } from '#app/features/reports/report-draft-store'
import { choosePhotos, takePhoto, type TakenPhoto } from '#app/platform/camera'

/** The photos of the draft. `onTaken` runs after a shutter, when the place is the place of the photo. */
export function useReportPhotos(onTaken: () => void) {
  const draft = useReportDraft()
  const paths = usePhotoPaths(draft.photos)
  const [isKeeping, setIsKeeping] = useState(false)

  const keep = async (taken: readonly TakenPhoto[]) => {
    if (taken.length === 0) return
    setIsKeeping(true)
    const photos = await Promise.all(taken.slice(0, roomForPhotos(reportDraft.get())).map(keepPhoto))
    reportDraft.change(now => withPhotos(now, photos))
    setIsKeeping(false)
    if (taken.some(photo => !photo.isFromAlbum)) onTaken()
  }
  const fromCamera = async () => {
    const photo = await takePhoto()
    await keep(photo ? [photo] : [])
  }
  const fromAlbum = async () => keep(await choosePhotos(roomForPhotos(reportDraft.get())))
  const remove = (index: number) => {
    const photo = draft.photos[index]
    if (!photo) return
    reportDraft.change(now => withoutPhoto(now, photo.key))
    void dropPhotos([photo])
  }
  return {
    shown: draft.photos.map(photo => ({ url: paths[photo.key] ?? '', thumbnailUrl: paths[photo.key] ?? '', key: photo.key })),
    hasRoom: roomForPhotos(draft) > 0,
    isKeeping,
    fromCamera,
    fromAlbum,
    remove
  }
}
