import Taro from '@tarojs/taro'

/** Keeps photos over a restart of the app: files in WeChat, IndexedDB in the browser. */
export interface PhotoVault {
  /** Returns the key the photo is kept under. */
  keep(path: string): Promise<string>
  /** A path usable now, or undefined where the phone has cleared it. */
  open(key: string): Promise<string | undefined>
  remove(key: string): Promise<void>
}

const fileVault: PhotoVault = {
  keep: path =>
    new Promise((resolve, reject) => {
      Taro.getFileSystemManager().saveFile({
        tempFilePath: path,
        success: ({ savedFilePath }) => resolve(savedFilePath),
        fail: ({ errMsg }) => reject(new Error(errMsg))
      })
    }),
  open: key =>
    new Promise(resolve => {
      Taro.getFileSystemManager().access({ path: key, success: () => resolve(key), fail: () => resolve(undefined) })
    }),
  remove: key =>
    new Promise(resolve => {
      Taro.getFileSystemManager().removeSavedFile({ filePath: key, complete: () => resolve() })
    })
}

const DATABASE = 'tongchuang-photos'
const SHELF = 'photos'

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(SHELF)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB did not open'))
  })
}

async function onShelf<Result>(mode: IDBTransactionMode, act: (shelf: IDBObjectStore) => IDBRequest<Result>): Promise<Result> {
  const database = await openDatabase()
  try {
    return await new Promise<Result>((resolve, reject) => {
      const transaction = database.transaction(SHELF, mode)
      const request = act(transaction.objectStore(SHELF))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error ?? new Error('IndexedDB refused'))
      transaction.onabort = transaction.onerror
    })
  } finally {
    database.close()
  }
}

const browserVault: PhotoVault = {
  async keep(path) {
    const photo = await (await fetch(path)).blob()
    const key = `photo-${Date.now()}-${Math.random().toString(36).slice(2, 10)}`
    await onShelf('readwrite', shelf => shelf.put(photo, key))
    return key
  },
  async open(key) {
    const photo = (await onShelf('readonly', shelf => shelf.get(key))) as Blob | undefined
    return photo && URL.createObjectURL(photo)
  },
  async remove(key) {
    await onShelf('readwrite', shelf => shelf.delete(key))
  }
}

export const photoVault: PhotoVault = process.env.TARO_ENV === 'h5' ? browserVault : fileVault
