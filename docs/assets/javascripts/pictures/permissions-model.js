// Which routes around the approval are open, if each role may make the calls that it was granted.
//
//   openRoutes({routes, roles}, granted)   -> [{name, calls, roles}]   `granted` is a Set of "role call"
//   grants({granted})                      -> Set               those that the drawing shows

export const grants = ({granted}) =>
  new Set(Object.entries(granted).flatMap(([role, calls]) => calls.map(call => `${role} ${call}`)))

export function openRoutes({routes, roles}, granted) {
  const may = (role, calls) => calls.every(call => granted.has(`${role} ${call}`))
  return routes
    .map(({name, calls, taskOf}) => ({
      name,
      calls,
      roles: Object.keys(roles).filter(role => role !== taskOf && may(role, calls))
    }))
    .filter(route => route.roles.length)
}
