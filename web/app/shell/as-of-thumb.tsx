import { Picker } from './as-of-picker.tsx'
import { AsOfThumbFace } from './faces.tsx'

/** The picker of a past day at the bottom of a narrow screen. */
export default function AsOfThumb() {
  return <Picker face={AsOfThumbFace} position="top" />
}
