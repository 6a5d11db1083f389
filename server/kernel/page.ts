/** One page of a list: the rows, where the next page begins (null at the end), and how many rows match in all. */
export type Page<Item> = { items: Item[]; next: string | null; total: number }
