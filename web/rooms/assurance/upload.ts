import { api } from '../../ui/api.ts'

/** Brings a file to be measured. */
export async function upload(file: File): Promise<{ id: string; sha256: string }> {
  const form = new FormData()
  form.set('file', file)
  return await api.post('/measurement-files', form)
}
