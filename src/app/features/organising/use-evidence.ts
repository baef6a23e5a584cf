import { useState } from 'react'
import { choosePhotos, takePhoto } from '#app/platform/camera'
import { uploadPhoto } from '#app/platform/upload'

const PHOTO_COUNT_MAX = 6

/** Photos beside typed-in hours; each is sent up once, when the form is sent. */
export function useEvidence() {
  const [paths, setPaths] = useState<readonly string[]>([])
  const [sent, setSent] = useState<Readonly<Record<string, string>>>({})
  const add = (more: readonly string[]) => setPaths(known => [...known, ...more].slice(0, PHOTO_COUNT_MAX))
  const upload = async (): Promise<string[]> => {
    const ids: string[] = []
    for (const path of paths) {
      const id = sent[path] ?? (await uploadPhoto(path))
      setSent(known => ({ ...known, [path]: id }))
      ids.push(id)
    }
    return ids
  }
  return {
    shown: paths.map(path => ({ url: path, thumbnailUrl: path })),
    hasRoom: paths.length < PHOTO_COUNT_MAX,
    fromCamera: async () => {
      const photo = await takePhoto()
      if (photo) add([photo.path])
    },
    fromAlbum: async () => add((await choosePhotos(PHOTO_COUNT_MAX - paths.length)).map(({ path }) => path)),
    remove: (index: number) => setPaths(paths.filter((_, place) => place !== index)),
    upload
  }
}
