CREATE TABLE `import_rows` (
	`agent_id` text NOT NULL,
	`import_id` text NOT NULL,
	`line` integer NOT NULL,
	`values` text,
	`outcome` text,
	`reasons` text NOT NULL,
	`contact_id` text,
	`applied_at` integer,
	PRIMARY KEY(`agent_id`, `import_id`, `line`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `import_rows_by_contact` ON `import_rows` (`agent_id`,`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`format` text NOT NULL,
	`columns` text NOT NULL,
	`mapping` text,
	`state` text NOT NULL,
	`counts` text NOT NULL,
	`plan_id` text,
	`operation_id` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `imports_by_created` ON `imports` (`agent_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`node` text NOT NULL,
	`decision` text NOT NULL,
	`source` text NOT NULL,
	`reason` text,
	`quote` text,
	`message_id` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `consents_by_contact` ON `consents` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`from_id` text NOT NULL,
	`into_id` text NOT NULL,
	`from` text,
	`moved` text,
	`filled` text NOT NULL,
	`tags` text NOT NULL,
	`origin` text NOT NULL,
	`cause` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `merges_in_force` ON `merges` (`agent_id`,`from_id`) WHERE undone_at IS NULL;--> statement-breakpoint
CREATE INDEX `merges_by_from` ON `merges` (`agent_id`,`from_id`);--> statement-breakpoint
CREATE INDEX `merges_by_into` ON `merges` (`agent_id`,`into_id`,`at`);--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`contact_id` text NOT NULL,
	`other_id` text,
	`field` text,
	`value` text,
	`evidence` text NOT NULL,
	`state` text NOT NULL,
	`created_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	PRIMARY KEY(`agent_id`, `id`)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `proposals_by_key` ON `proposals` (`agent_id`,`key`);--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`agent_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `proposals_by_contact` ON `proposals` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `proposals_by_other` ON `proposals` (`agent_id`,`other_id`) WHERE other_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `plan_changes` (
	`agent_id` text NOT NULL,
	`plan_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`contact_version` integer NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`because` text NOT NULL,
	PRIMARY KEY(`agent_id`, `plan_id`, `contact_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `plan_changes_by_contact` ON `plan_changes` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `plans` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`operation_id` text NOT NULL,
	`base_version` integer NOT NULL,
	`document` text NOT NULL,
	`as_of` integer NOT NULL,
	`summary` text NOT NULL,
	`hash` text,
	`applied` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `plans_by_hash` ON `plans` (`agent_id`,`hash`);--> statement-breakpoint
ALTER TABLE `addresses` ADD `like_key` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `addresses_by_likeness` ON `addresses` (`agent_id`,`kind`,`like_key`);