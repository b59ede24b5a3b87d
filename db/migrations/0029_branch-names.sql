ALTER TABLE `branches` ADD `name_key` text;--> statement-breakpoint
CREATE UNIQUE INDEX `branches_by_name` ON `branches` (`agent_id`,`name_key`) WHERE name_key IS NOT NULL;