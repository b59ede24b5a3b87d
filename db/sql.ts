/** What a column holds. The local driver takes no booleans: bind 0 or 1. */
export type SqlValue = string | number | null;

/** Equal SQL text is prepared once: keep what varies in `args`. Also a part of a statement, to be put into another by `sql`. */
export type Statement = { readonly sql: string; readonly args: readonly SqlValue[] };

export function statement(sql: string, ...args: SqlValue[]): Statement {
  return { sql, args };
}

/** Text of our own as a part: names of tables and columns, never a value. */
export const raw = (text: string): Statement => ({ sql: text, args: [] });

/** A statement from a template: parts are put in with their arguments, any other value is bound. */
export function sql(texts: TemplateStringsArray, ...values: readonly (Statement | SqlValue)[]): Statement {
  const args: SqlValue[] = [];
  let text = texts[0] ?? "";
  values.forEach((value, at) => {
    const isPart = typeof value === "object" && value !== null;
    if (isPart) for (const arg of value.args) args.push(arg);
    else args.push(value);
    text += (isPart ? value.sql : "?") + (texts[at + 1] ?? "");
  });
  return { sql: text, args };
}

/** Parts with a text between them. */
export function join(parts: readonly Statement[], between: string): Statement {
  return { sql: parts.map((part) => part.sql).join(between), args: parts.flatMap((part) => part.args) };
}

/** Rows of one JSON array, bound as one argument: `json_each` gives them back as `value`. */
export const rowsOfJson = (values: readonly unknown[]): Statement => ({ sql: "json_each(?)", args: [JSON.stringify(values)] });

/** Whether an expression of our own is one of the values, which are bound as one argument; null among them stands for "". */
export const oneOf = (expression: string, values: readonly (string | null)[]): Statement =>
  sql`${raw(expression)} IN (SELECT value FROM ${rowsOfJson(values.map((value) => value ?? ""))})`;
