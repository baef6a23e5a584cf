/** https://wicg.github.io/shape-detection-api/#barcode-detection-api, which TypeScript does not know yet. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { rawValue: string }[]>
}
type DetectorMaker = new (options: { formats: string[] }) => Detector

const LOOK_EVERY_MILLISECONDS = 200

const detectorMaker = () => (globalThis as { BarcodeDetector?: DetectorMaker }).BarcodeDetector
// Absent where the page was not reached over HTTPS.
const mediaDevices = () => navigator.mediaDevices as MediaDevices | undefined

function dialogWith(video: HTMLVideoElement) {
  const dialog = document.createElement('dialog')
  dialog.className = 'preview'
  dialog.setAttribute('aria-label', '扫现场的码')
  const close = document.createElement('button')
  close.type = 'button'
  close.className = 'preview__control preview__control--close'
  close.setAttribute('aria-label', '关闭')
  close.appendChild(document.createElement('span')).className = 'icon icon--close preview__icon'
  close.addEventListener('click', () => dialog.close())
  video.className = 'preview__picture'
  dialog.append(video, close)
  return dialog
}

/** Looks through the camera until a code is seen or the person closes it. */
export async function scanInBrowser(): Promise<string | undefined> {
  const Maker = detectorMaker()
  const devices = mediaDevices()
  if (!Maker || !devices) return undefined
  let stream: MediaStream
  try {
    stream = await devices.getUserMedia({ video: { facingMode: 'environment' } })
  } catch {
    return undefined
  }
  const video = document.createElement('video')
  video.playsInline = true
  video.muted = true
  video.srcObject = stream
  const dialog = dialogWith(video)
  document.body.append(dialog)
  dialog.showModal()
  void video.play()
  const text = await lookUntilSeen(new Maker({ formats: ['qr_code'] }), video, dialog)
  for (const track of stream.getTracks()) track.stop()
  dialog.remove()
  return text
}

function lookUntilSeen(detector: Detector, video: HTMLVideoElement, dialog: HTMLDialogElement): Promise<string | undefined> {
  return new Promise(resolve => {
    const look = () => {
      // A frame that cannot be read yet is no fault: the next one comes.
      void detector
        .detect(video)
        .catch(() => [])
        .then(found => {
          const text = found[0]?.rawValue
          if (text || !dialog.open) finish(text)
          else timer = setTimeout(look, LOOK_EVERY_MILLISECONDS)
        })
    }
    let timer = setTimeout(look, LOOK_EVERY_MILLISECONDS)
    const finish = (text: string | undefined) => {
      clearTimeout(timer)
      resolve(text)
    }
    dialog.addEventListener('close', () => finish(undefined))
  })
}
