import type { BusinessType } from "#core/model/vocabulary.ts";
import { appointments } from "./appointments.ts";
import { delivery } from "./delivery.ts";
import { leads } from "./leads.ts";
import { other } from "./other.ts";
import { products } from "./products.ts";
import { reservations } from "./reservations.ts";
import { services } from "./services.ts";
import type { Template } from "./template.ts";

export const templates: Readonly<Record<BusinessType, Template>> = { appointments, reservations, products, delivery, services, leads, other };
