/**
 * Why a statement allows more than what it names, by its `Sid`. A statement with a wildcard whose Sid is not here is
 * refused; so is what a managed policy of AWS allows, by its name.
 */
export const WILDCARD_REASONS: Readonly<Record<string, string>> = {
  PowerUserAccess: 'A deploy makes resources of many services; users and roles are kept from it',
  BoundaryOfServices: 'A boundary gives no right: it is the most that a role of the stack may be given',
  BoundaryOfLooking: 'The same: who looks at roles gets none',
};
