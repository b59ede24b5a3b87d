const things = `(?:order|booking|reservation|appointment|confirmation|invoice|ticket|receipt|tracking|pedido|orden|reserva|reservaci[oó]n|cita|turno|factura|compra)`;
const marks = String.raw`(?:no\b\.?|num(?:ber)?\.?|n[uú]mero|nro\.?|n[°º]|code|id|ref\.?|#)`;
const fill = String.raw`(?:\s|:|=|#|\bis\b|\bes\b|\bay\b|\bpo\b|-\s){0,6}`;
const code = String.raw`(?=[a-z-]{0,23}\d)([a-z0-9][a-z0-9-]{1,23})(?![a-z0-9-])`;

const written: readonly RegExp[] = [
  new RegExp(String.raw`\b${things}\s?${marks}${fill}${code}`, "i"),
  new RegExp(String.raw`\b(?:ref\.?|reference|referencia|folio|c[oó]digo de (?:reserva|pedido|confirmaci[oó]n))(?:\s?${marks})?${fill}${code}`, "i"),
  new RegExp(String.raw`\b(?:n[uú]mero|n[°º]|nro\.?) de ${things}${fill}${code}`, "i"),
];

/** The name under which a sale is known ("order #123", "ref ABC12"), as written; null: none. It has a digit in it and is no time. */
export function referenceIn(text: string): string | null {
  for (const pattern of written) {
    const name = pattern.exec(text)?.[1];
    if (name && /\d/.test(name) && !/^\d{1,2}(?:[ap]m|h|th)$/i.test(name)) return name;
  }
  return null;
}
