export {
  type EditableList,
  type EditableRow,
  type ListChange,
  moving,
  named,
  plain,
  setting,
  type Step,
} from './editable.ts'
export { exportLists, type Lists, type Signatory } from './export.ts'
export { type Acted, bookRoutes, type RouteBook } from './route-book.ts'
