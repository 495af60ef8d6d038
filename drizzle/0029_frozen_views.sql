CREATE TABLE "frozen_view" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"path" text NOT NULL,
	"query" text NOT NULL,
	"format" integer NOT NULL,
	"shown" jsonb NOT NULL,
	"login_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "frozen_view_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "frozen_view_workspace_id_login_id_made_at_index" ON "frozen_view" USING btree ("workspace_id","login_id","made_at");--> statement-breakpoint
ALTER TABLE "frozen_view" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "frozen_view" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
