ALTER TABLE "sync_run" ALTER COLUMN "source_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "source_key" text;--> statement-breakpoint
UPDATE "sync_run" r SET "source_key" = s."key" FROM "source" s
WHERE s."workspace_id" = r."workspace_id" AND s."id" = r."source_id";
