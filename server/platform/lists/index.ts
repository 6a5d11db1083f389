export {
  because,
  type EditableList,
  type EditableRow,
  type Given,
  type ListChange,
  moving,
  named,
  plain,
  setting,
  type Step,
  theReason,
} from './editable.ts'
export { exportLists, type Lists, type Signatory } from './export.ts'
export { type Acted, bookRoutes, type RouteBook } from './route-book.ts'
