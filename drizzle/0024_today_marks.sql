CREATE TYPE "public"."today_mark_kind" AS ENUM('done', 'snoozed');--> statement-breakpoint
CREATE TABLE "today_mark" (
	"workspace_id" uuid NOT NULL,
	"login_id" uuid NOT NULL,
	"item_key" text NOT NULL,
	"kind" "today_mark_kind" NOT NULL,
	"until_day" date,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "today_mark_workspace_id_login_id_item_key_pk" PRIMARY KEY("workspace_id","login_id","item_key")
);
--> statement-breakpoint
ALTER TABLE "today_mark" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "today_mark" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
