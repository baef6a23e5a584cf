import { startForm, type WaveForm } from '#app/features/awareness/wave-plan-rules'
import { storage } from '#app/platform/storage'

const KEY = 'wave-form'

/** The plan being written on this device, until it is made. */
export const keptWaveForm = {
  read: (): WaveForm | undefined => {
    const kept = storage.read<Partial<WaveForm>>(KEY)
    return kept && { ...startForm, ...kept }
  },
  write: (form: WaveForm) => storage.write(KEY, form),
  remove: () => storage.remove(KEY)
}
