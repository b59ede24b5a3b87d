ALTER TABLE `conversation_decisions` ADD `summary` text;--> statement-breakpoint
ALTER TABLE `conversations` ADD `away_told_at` integer;