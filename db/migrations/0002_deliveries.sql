CREATE TABLE `connections` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`sealed` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `connections_by_account` ON `connections` (`agent_id`,`channel`,`account`);--> statement-breakpoint
CREATE TABLE `leases` (
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`owner` text NOT NULL,
	`until` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `name`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `poison` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`sender_id` text,
	`code` text NOT NULL,
	`payload` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `poison_by_sender` ON `poison` (`agent_id`,`channel`,`account`,`sender_id`);--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`purpose` text NOT NULL,
	`once_key` text,
	`text` text NOT NULL,
	`media` text NOT NULL,
	`author` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`provider_id` text,
	`message_id` text,
	`attempts` integer NOT NULL,
	`not_before` integer,
	`owner` text,
	`lease_until` integer,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`,`conversation_id`) REFERENCES `conversations`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_once` ON `deliveries` (`agent_id`,`once_key`) WHERE once_key IS NOT NULL;--> statement-breakpoint
CREATE INDEX `deliveries_by_state` ON `deliveries` (`agent_id`,`state`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_conversation` ON `deliveries` (`agent_id`,`conversation_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_by_contact` ON `deliveries` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE INDEX `deliveries_leased` ON `deliveries` (`lease_until`) WHERE lease_until IS NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `start_after` integer;--> statement-breakpoint
ALTER TABLE `identities` ADD `blocked_at` integer;