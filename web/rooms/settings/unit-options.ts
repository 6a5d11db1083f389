import { useList } from '../../ui/api.ts'
import type { Option } from '../../ui/form.tsx'
import type { UnitView } from './words.ts'

const offered = 200

/** The units as options of a field. */
export function useUnitOptions(): Option[] {
  const { data } = useList<UnitView>('/units', { limit: offered })
  return data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
}
