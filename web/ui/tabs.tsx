import { Tabs as MantineTabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAddress } from './navigation.ts'

export type Tab = { key: string; label: string; count?: number; content: ReactNode }

/** Parts of one record that are looked at one at a time. The open one is in the address (`?tab=`). */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const [address, setAddress] = useAddress()
  const first = tabs[0]?.key ?? ''
  const open = tabs.some(({ key }) => key === address['tab']) ? (address['tab'] ?? first) : first
  return (
    <MantineTabs
      value={open}
      onChange={(key) => setAddress({ tab: key === first || key === null ? undefined : key })}
      keepMounted={false}
    >
      <MantineTabs.List aria-label={label} mb="lg">
        {tabs.map(({ key, label: name, count }) => (
          <MantineTabs.Tab key={key} value={key}>
            {name}
            {count !== undefined && ` ${count}`}
          </MantineTabs.Tab>
        ))}
      </MantineTabs.List>
      {tabs.map(({ key, content }) => (
        <MantineTabs.Panel key={key} value={key}>
          {content}
        </MantineTabs.Panel>
      ))}
    </MantineTabs>
  )
}
