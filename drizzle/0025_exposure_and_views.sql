ALTER TABLE "account_list" ADD COLUMN "is_lost" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "account_list" ADD COLUMN "stage" text;--> statement-breakpoint
ALTER TABLE "account_list" ADD COLUMN "exposure_cents" bigint;--> statement-breakpoint
ALTER TABLE "saved_view" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_exposure_cents_tie_order_index" ON "account_list" USING btree ("workspace_id","exposure_cents" DESC NULLS FIRST,"tie_order");--> statement-breakpoint
CREATE INDEX "account_list_workspace_id_stage_tie_order_index" ON "account_list" USING btree ("workspace_id","stage","tie_order");--> statement-breakpoint
-- Rows that were kept without these columns are true at no time until they are refreshed from their sources.
UPDATE "account_list" SET "from_day" = 'infinity';
