CREATE TABLE "demo_world" (
	"workspace_id" uuid NOT NULL,
	"seed" integer NOT NULL,
	"anchor_day" date NOT NULL,
	"size" text NOT NULL,
	"told_to" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "demo_world_workspace_id_pk" PRIMARY KEY("workspace_id")
);
--> statement-breakpoint
ALTER TABLE "demo_world" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY workspace_rows ON "demo_world" USING (workspace_id = (SELECT csops_workspace()))
  WITH CHECK (workspace_id = (SELECT csops_workspace()));
--> statement-breakpoint
ALTER TABLE "demo_world" ADD FOREIGN KEY ("workspace_id") REFERENCES "workspace" ("id") ON DELETE CASCADE;
