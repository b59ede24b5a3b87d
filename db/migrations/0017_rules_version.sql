ALTER TABLE `contacts` ADD `rules_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_rules` ON `contacts` (`agent_id`,`rules_version`);