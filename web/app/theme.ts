import { createTheme, type MantineColorSchemeManager } from '@mantine/core'

const storageKey = 'assay:theme'
const insidePage = { withinPortal: false, shadow: 'md' }

/** Colours and sizes stand in ui/theme.css; here is only what Mantine must know while it runs. */
export const theme = createTheme({
  primaryColor: 'petrol',
  colors: {
    petrol: [
      'var(--mantine-color-petrol-0)',
      'var(--mantine-color-petrol-1)',
      'var(--mantine-color-petrol-2)',
      'var(--mantine-color-petrol-3)',
      'var(--mantine-color-petrol-4)',
      'var(--mantine-color-petrol-5)',
      'var(--mantine-color-petrol-6)',
      'var(--mantine-color-petrol-7)',
      'var(--mantine-color-petrol-8)',
      'var(--mantine-color-petrol-9)',
    ],
  },
  respectReducedMotion: true,
  // Named, not imported: the sign-in page does without most of these parts.
  components: {
    // The scroll lock would inject a style element; ui/theme.css holds the page still instead.
    Modal: { defaultProps: { lockScroll: false, centered: true } },
    ModalRoot: { defaultProps: { lockScroll: false } },
    Drawer: { defaultProps: { lockScroll: false } },
    // Inside the page's landmarks, and without a focusable placeholder that no menu may contain.
    Menu: { defaultProps: { shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false } },
    Select: { defaultProps: { comboboxProps: insidePage } },
    MultiSelect: { defaultProps: { comboboxProps: insidePage } },
    TagsInput: { defaultProps: { comboboxProps: insidePage } },
    // A dialog's <header> would count as a second banner of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Popover: { defaultProps: { shadow: 'md' } },
  },
})

export type ThemeChoice = 'light' | 'dark' | 'auto'

/** Remembers light or dark under the key that public/theme.js reads before the first paint; absent means the system's. */
export const themeManager: MantineColorSchemeManager = {
  get: () => stored() ?? 'auto',
  set: (choice) => (choice === 'auto' ? localStorage.removeItem(storageKey) : localStorage.setItem(storageKey, choice)),
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => localStorage.removeItem(storageKey),
}

function stored(): ThemeChoice | undefined {
  const value = localStorage.getItem(storageKey)
  return value === 'light' || value === 'dark' ? value : undefined
}
