ALTER TABLE `deliveries` ADD `delivered_at` integer;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `read_at` integer;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `price` text;--> statement-breakpoint
CREATE INDEX `deliveries_by_provider_id` ON `deliveries` (`agent_id`,`channel`,`account`,`provider_id`) WHERE provider_id IS NOT NULL;