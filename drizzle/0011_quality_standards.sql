CREATE TYPE "public"."quality_dimension" AS ENUM('completeness', 'validity', 'freshness', 'uniqueness');--> statement-breakpoint
CREATE TABLE "quality_result" (
	"workspace_id" uuid NOT NULL,
	"standard_id" uuid NOT NULL,
	"day" date NOT NULL,
	"rows" integer NOT NULL,
	"met" integer NOT NULL,
	"at_least" double precision NOT NULL,
	"measured_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quality_result_workspace_id_standard_id_day_pk" PRIMARY KEY("workspace_id","standard_id","day")
);
--> statement-breakpoint
CREATE TABLE "quality_standard" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"field" text NOT NULL,
	"dimension" "quality_dimension" NOT NULL,
	"at_least" double precision NOT NULL,
	"within_days" integer,
	"owner_id" uuid,
	"reason" text NOT NULL,
	"is_built_in" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "quality_standard_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "signal_tally" (
	"workspace_id" uuid NOT NULL,
	"source_id" integer NOT NULL,
	"measure_id" integer NOT NULL,
	"day" date NOT NULL,
	"readings" integer NOT NULL,
	CONSTRAINT "signal_tally_workspace_id_source_id_measure_id_day_pk" PRIMARY KEY("workspace_id","source_id","measure_id","day")
);
--> statement-breakpoint
CREATE TABLE "source_day" (
	"workspace_id" uuid NOT NULL,
	"source_id" integer NOT NULL,
	"day" date NOT NULL,
	"complete_to" date,
	CONSTRAINT "source_day_workspace_id_source_id_day_pk" PRIMARY KEY("workspace_id","source_id","day")
);
--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "promise_hours" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "quality_standard_workspace_id_field_dimension_index" ON "quality_standard" USING btree ("workspace_id","field","dimension");--> statement-breakpoint
DO $$
DECLARE tenant text;
BEGIN
  FOREACH tenant IN ARRAY ARRAY['quality_standard', 'quality_result', 'signal_tally', 'source_day'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant);
    EXECUTE format(
      'CREATE POLICY workspace_rows ON %I USING (workspace_id = (SELECT csops_workspace()))
         WITH CHECK (workspace_id = (SELECT csops_workspace()))', tenant);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "quality_standard" ADD FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "person" ("workspace_id", "id");
--> statement-breakpoint
ALTER TABLE "quality_result" ADD FOREIGN KEY ("workspace_id", "standard_id") REFERENCES "quality_standard" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "signal_tally" ADD FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "signal_tally" ADD FOREIGN KEY ("workspace_id", "measure_id") REFERENCES "measure" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "source_day" ADD FOREIGN KEY ("workspace_id", "source_id") REFERENCES "source" ("workspace_id", "id") ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE "source" ADD FOREIGN KEY ("workspace_id", "owner_id") REFERENCES "person" ("workspace_id", "id");
