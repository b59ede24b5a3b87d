/** What a business lives by; each has a template of settings. */
export const businessTypes = ["appointments", "reservations", "products", "delivery", "services", "leads", "other"] as const;
export type BusinessType = (typeof businessTypes)[number];
