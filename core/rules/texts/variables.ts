/** What a text may name, and the longest value each brings, in characters. `attributes.KEY` names what the business keeps. */
export const variables = {
  name: 60,
  first_name: 60,
  email: 254,
  phone: 16,
  company: 60,
  business: 100,
  branch: 200,
  promise: 200,
  quote: 200,
} as const;
export type VariableName = keyof typeof variables;
export const longestAttribute = 200;

const attribute = /^attributes\.\S(?:.{0,98}\S)?$/u;

/** The longest value of a variable, in characters; null: there is no such variable. */
export function longestValue(name: string): number | null {
  // A key of its own is the name of a variable.
  if (Object.hasOwn(variables, name)) return variables[name as VariableName];
  return attribute.test(name) ? longestAttribute : null;
}
