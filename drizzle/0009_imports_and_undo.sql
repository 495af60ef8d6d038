ALTER TYPE "public"."sync_run_state" ADD VALUE 'draft';--> statement-breakpoint
ALTER TYPE "public"."sync_run_state" ADD VALUE 'checked';--> statement-breakpoint
ALTER TYPE "public"."sync_run_state" ADD VALUE 'undoing';--> statement-breakpoint
ALTER TYPE "public"."sync_run_state" ADD VALUE 'undone';--> statement-breakpoint
ALTER TYPE "public"."sync_run_state" ADD VALUE 'discarded';--> statement-breakpoint
CREATE TABLE "import_file" (
	"workspace_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_file_workspace_id_run_id_part_pk" PRIMARY KEY("workspace_id","run_id","part")
);
--> statement-breakpoint
CREATE TABLE "import_journal" (
	"workspace_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "import_journal_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"table_name" text NOT NULL,
	"operation" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "import_journal_workspace_id_run_id_seq_pk" PRIMARY KEY("workspace_id","run_id","seq")
);
--> statement-breakpoint
CREATE TABLE "import_mapping" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"header_sha256" text NOT NULL,
	"settings" jsonb NOT NULL,
	"used_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_mapping_workspace_id_kind_header_sha256_pk" PRIMARY KEY("workspace_id","kind","header_sha256")
);
--> statement-breakpoint
CREATE TABLE "rescore_due" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rescore_due_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "signal_prior" (
	"workspace_id" uuid NOT NULL,
	"replaced_by" integer NOT NULL,
	"account_id" uuid NOT NULL,
	"measure_id" integer NOT NULL,
	"day" date NOT NULL,
	"source_id" integer NOT NULL,
	"value" double precision,
	"value_text" text,
	"received_at" timestamp with time zone NOT NULL,
	"run_number" integer,
	CONSTRAINT "signal_prior_workspace_id_replaced_by_account_id_measure_id_day_source_id_pk" PRIMARY KEY("workspace_id","replaced_by","account_id","measure_id","day","source_id")
);
--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "sync_run_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "report" jsonb;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "written_through" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "heartbeat_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "first_day" date;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "last_day" date;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "undo_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "undone_by" text;--> statement-breakpoint
ALTER TABLE "sync_run" ADD COLUMN "left_alone" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "signal" ADD COLUMN "run_number" integer;--> statement-breakpoint
CREATE UNIQUE INDEX "sync_run_number_index" ON "sync_run" USING btree ("number");