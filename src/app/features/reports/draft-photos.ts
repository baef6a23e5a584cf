import { useEffect, useState } from 'react'
import type { DraftPhoto } from '#app/features/reports/report-draft-rules'
import type { TakenPhoto } from '#app/platform/camera'
import { photoVault } from '#app/platform/photo-vault'

/** A browser in private mode may have no vault; then the photo lasts as long as the page. */
const isUnkept = (key: string) => key.startsWith('blob:')

export async function keepPhoto({ path, takenAt, isFromAlbum }: TakenPhoto): Promise<DraftPhoto> {
  const key = await photoVault.keep(path).catch(() => path)
  return { key, takenAt, isFromAlbum }
}

/** A path usable now, or undefined where the phone has cleared it. */
export const openPhoto = async (key: string): Promise<string | undefined> =>
  isUnkept(key) ? key : photoVault.open(key).catch(() => undefined)

export async function dropPhotos(photos: readonly DraftPhoto[]) {
  for (const { key } of photos) if (!isUnkept(key)) await photoVault.remove(key).catch(() => undefined)
}

/** Paths of kept photos for pictures on the screen, each opened once. */
export function usePhotoPaths(photos: readonly DraftPhoto[]): Record<string, string> {
  const [paths, setPaths] = useState<Record<string, string>>({})
  const wanted = photos.map(photo => photo.key).join(' ')
  useEffect(() => {
    let isGone = false
    const open = async () => {
      for (const key of wanted.split(' ').filter(Boolean)) {
        const path = await openPhoto(key)
        if (isGone) return
        if (path) setPaths(known => (known[key] ? known : { ...known, [key]: path }))
      }
    }
    void open()
    return () => {
      isGone = true
    }
  }, [wanted])
  return paths
}
