CREATE TABLE "note" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"text" text NOT NULL,
	"author_name" text NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"edited_by" text,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "note_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "note_workspace_id_account_id_written_at_index" ON "note" USING btree ("workspace_id","account_id","written_at");--> statement-breakpoint
ALTER TABLE "note" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "note" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
--> statement-breakpoint
ALTER TABLE "note" ADD FOREIGN KEY ("workspace_id", "account_id") REFERENCES "account" ("workspace_id", "id") ON DELETE CASCADE;
