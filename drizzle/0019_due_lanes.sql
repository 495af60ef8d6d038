ALTER TABLE "rescore_due" ADD COLUMN "is_bulk" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rescore_due" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rescore_due" ADD COLUMN "error" text;--> statement-breakpoint
CREATE INDEX "rescore_due_workspace_id_is_bulk_since_index" ON "rescore_due" USING btree ("workspace_id","is_bulk","since");