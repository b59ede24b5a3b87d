CREATE TABLE `agents` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`hash` text NOT NULL,
	`scopes` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_by_hash` ON `keys` (`hash`);--> statement-breakpoint
CREATE TABLE `settings` (
	`agent_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	PRIMARY KEY(`agent_id`, `version`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `contacts` (
	`row` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`version` integer NOT NULL,
	`settings_version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`recent_at` integer NOT NULL,
	`first_seen_at` integer,
	`last_seen_at` integer,
	`review_at` integer,
	`message_count` integer NOT NULL,
	`score` integer NOT NULL,
	`grade` text NOT NULL,
	`status` text NOT NULL,
	`stage` text NOT NULL,
	`source` text NOT NULL,
	`sentiment` real,
	`sentiment_level` text,
	`sentiment_trend` text,
	`vip` integer NOT NULL,
	`at_risk` integer NOT NULL,
	`vip_override` integer,
	`opted_out` integer NOT NULL,
	`owner_id` text,
	`branch_id` text,
	`language` text,
	`time_zone` text,
	`name_key` text NOT NULL,
	`search_text` text NOT NULL,
	`name` text,
	`email` text,
	`phone` text,
	`company` text,
	`channels` text NOT NULL,
	`source_detail` text,
	`status_because` text NOT NULL,
	`vip_because` text,
	`at_risk_because` text,
	`attributes` text NOT NULL,
	`state` text NOT NULL,
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `contacts_by_id` ON `contacts` (`agent_id`,`id`);--> statement-breakpoint
CREATE INDEX `contacts_by_recent` ON `contacts` (`agent_id`,`recent_at`);--> statement-breakpoint
CREATE INDEX `contacts_by_name` ON `contacts` (`agent_id`,`name_key`);--> statement-breakpoint
CREATE INDEX `contacts_by_created` ON `contacts` (`agent_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `contacts_by_score` ON `contacts` (`agent_id`,`score`);--> statement-breakpoint
CREATE INDEX `contacts_by_status` ON `contacts` (`agent_id`,`status`,`recent_at`);--> statement-breakpoint
CREATE INDEX `contacts_by_stage` ON `contacts` (`agent_id`,`stage`,`recent_at`);--> statement-breakpoint
CREATE INDEX `contacts_by_owner` ON `contacts` (`agent_id`,`owner_id`,`recent_at`) WHERE owner_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_branch` ON `contacts` (`agent_id`,`branch_id`,`recent_at`) WHERE branch_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `contacts_by_vip` ON `contacts` (`agent_id`,`recent_at`) WHERE vip = 1;--> statement-breakpoint
CREATE INDEX `contacts_by_risk` ON `contacts` (`agent_id`,`recent_at`) WHERE at_risk = 1;--> statement-breakpoint
CREATE INDEX `contacts_by_review` ON `contacts` (`agent_id`,`review_at`) WHERE review_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`type` text NOT NULL,
	`key` text NOT NULL,
	`payload` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_by_key` ON `outbox` (`agent_id`,`key`);--> statement-breakpoint
CREATE TABLE `remembered` (
	`agent_id` text NOT NULL,
	`key_hash` text NOT NULL,
	`request_hash` text NOT NULL,
	`contact_id` text,
	`status` integer NOT NULL,
	`body` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `key_hash`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `remembered_by_contact` ON `remembered` (`agent_id`,`contact_id`) WHERE contact_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`action` text NOT NULL,
	`external_id` text,
	`reference` text,
	`properties` text NOT NULL,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `actions_by_external_id` ON `actions` (`agent_id`,`external_id`) WHERE external_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `actions_by_contact` ON `actions` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `adjustments` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`points` integer NOT NULL,
	`set_to` integer,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `adjustments_by_contact` ON `adjustments` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `edits` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`field` text NOT NULL,
	`value` text,
	`provenance` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `edits_by_contact` ON `edits` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `hits` (
	`signal_id` text NOT NULL,
	`signal_version` integer NOT NULL,
	`fact_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`at` integer NOT NULL,
	`points` integer NOT NULL,
	`quote` text NOT NULL,
	`counted` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `fact_id`, `signal_id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `hits_by_contact` ON `hits` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `stage_changes` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`stage` text NOT NULL,
	`reason` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `stage_changes_by_contact` ON `stage_changes` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `transitions` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`from` text,
	`to` text NOT NULL,
	`because` text NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`cycle` integer NOT NULL,
	`settings_version` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `transitions_by_contact` ON `transitions` (`agent_id`,`contact_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `addresses` (
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`verified` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `kind`, `value`, `contact_id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `addresses_by_contact` ON `addresses` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `identities` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`external_id` text NOT NULL,
	`username` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `identities_by_external_id` ON `identities` (`agent_id`,`channel`,`account`,`external_id`);--> statement-breakpoint
CREATE INDEX `identities_by_contact` ON `identities` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `branches` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`address` text,
	`email` text,
	`phone` text,
	`time_zone` text,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `contact_tags` (
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`tag_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `contact_id`, `tag_id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`,`tag_id`) REFERENCES `tags`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contact_tags_by_tag` ON `contact_tags` (`agent_id`,`tag_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `notes` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `notes_by_contact` ON `notes` (`agent_id`,`contact_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `tags` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`) REFERENCES `agents`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `tags_by_name` ON `tags` (`agent_id`,`name_key`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`identity_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`branch_id` text,
	`created_at` integer NOT NULL,
	`last_message_at` integer NOT NULL,
	`message_count` integer NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agent_id`,`identity_id`) REFERENCES `identities`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `conversations_by_identity` ON `conversations` (`agent_id`,`identity_id`);--> statement-breakpoint
CREATE INDEX `conversations_by_contact` ON `conversations` (`agent_id`,`contact_id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`conversation_id` text NOT NULL,
	`channel` text NOT NULL,
	`account` text NOT NULL,
	`source` text NOT NULL,
	`external_id` text,
	`direction` text NOT NULL,
	`author` text NOT NULL,
	`sent_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`history` integer NOT NULL,
	`sentiment` real,
	`edited_at` integer,
	`sender` text,
	`media` text NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`agent_id`, `id`),
	FOREIGN KEY (`agent_id`,`contact_id`) REFERENCES `contacts`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_by_external_id` ON `messages` (`agent_id`,`channel`,`account`,`external_id`) WHERE external_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `messages_by_contact` ON `messages` (`agent_id`,`contact_id`,`sent_at`,`id`);--> statement-breakpoint
CREATE TABLE `readings` (
	`message_id` text NOT NULL,
	`agent_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`analyst` text NOT NULL,
	`version` text NOT NULL,
	`effective` integer NOT NULL,
	`created_at` integer NOT NULL,
	`reading` text NOT NULL,
	PRIMARY KEY(`agent_id`, `message_id`, `analyst`, `version`),
	FOREIGN KEY (`agent_id`,`message_id`) REFERENCES `messages`(`agent_id`,`id`) ON UPDATE no action ON DELETE no action
) STRICT;
