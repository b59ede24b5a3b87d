import type { AddressRecord } from "#core/model/records.ts";
import { comparedEmail } from "./email.ts";
import { comparedPhone } from "./phone.ts";

type AddressValue = Pick<AddressRecord, "kind" | "value">;

/** The one form in which e-mails and phones are compared and looked up, whatever form they are shown in. Takes normalized values. */
export function comparedAddress<A extends AddressValue>(address: A): A {
  return { ...address, value: address.kind === "email" ? comparedEmail(address.value) : comparedPhone(address.value) };
}

/** Whether two normalized values are one address. */
export function isSameAddress(kind: AddressValue["kind"], a: string, b: string): boolean {
  return a === b || comparedAddress({ kind, value: a }).value === comparedAddress({ kind, value: b }).value;
}
