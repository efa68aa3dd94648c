// Which routes around the approval are open when each role may make only the calls granted to it.
//
//   openRoutes({routes, roles}, granted)   -> [{name, calls, roles}]   `granted` is a Set of "role call"
//   grants({granted})                      -> Set               the grants that the drawing shows at first

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
