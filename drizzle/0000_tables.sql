CREATE TYPE "public"."arr_movement_kind" AS ENUM('new', 'expansion', 'contraction', 'churn', 'reactivation');--> statement-breakpoint
CREATE TYPE "public"."contact_role" AS ENUM('sponsor', 'champion', 'decision_maker', 'user', 'detractor');--> statement-breakpoint
CREATE TYPE "public"."lifecycle_stage" AS ENUM('onboarding', 'adoption', 'value', 'renewal', 'churned');--> statement-breakpoint
CREATE TYPE "public"."touchpoint_type" AS ENUM('call', 'meeting', 'email', 'business_review', 'training', 'note');--> statement-breakpoint
CREATE TYPE "public"."health_model_state" AS ENUM('draft', 'published', 'retired');--> statement-breakpoint
CREATE TYPE "public"."score_band" AS ENUM('red', 'yellow', 'green', 'insufficient');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'ops_director', 'cs_director', 'cs_ops_manager', 'team_lead', 'csm', 'process_engineer', 'capacity_planner', 'viewer');--> statement-breakpoint
CREATE TYPE "public"."workspace_kind" AS ENUM('demo', 'own');--> statement-breakpoint
CREATE TYPE "public"."sync_run_state" AS ENUM('checking', 'writing', 'done', 'refused', 'failed');--> statement-breakpoint
CREATE TYPE "public"."job_function" AS ENUM('cs', 'sales', 'product', 'marketing', 'support', 'finance', 'operations');--> statement-breakpoint
CREATE TYPE "public"."segment" AS ENUM('Enterprise', 'Mid-Market', 'SMB');--> statement-breakpoint
CREATE TYPE "public"."measure_kind" AS ENUM('number', 'ordinal');--> statement-breakpoint
CREATE TYPE "public"."measure_role" AS ENUM('input', 'outcome');--> statement-breakpoint
CREATE TYPE "public"."view_scope" AS ENUM('personal', 'team');--> statement-breakpoint
CREATE TABLE "account" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"domain" text,
	"industry" text,
	"segment" "segment",
	"region" text,
	"language" text,
	"parent_id" uuid,
	"lifecycle_stage" "lifecycle_stage",
	"owner_id" uuid,
	"success_profile_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "account_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "arr_movement" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" "arr_movement_kind" NOT NULL,
	"effective_on" date NOT NULL,
	"amount_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	"source" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "arr_movement_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"role" "contact_role" NOT NULL,
	"strength" smallint,
	"last_contact_on" date,
	"relationship_owner_id" uuid,
	"subject_key_id" uuid NOT NULL,
	"name_sealed" "bytea" NOT NULL,
	"email_sealed" "bytea",
	"title_sealed" "bytea",
	"left_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contact_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "contract" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"notice_on" date,
	"auto_renews" boolean DEFAULT false NOT NULL,
	"currency" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contract_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "entitlement" (
	"workspace_id" uuid NOT NULL,
	"contract_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"list_price_cents" bigint NOT NULL,
	"paid_price_cents" bigint NOT NULL,
	CONSTRAINT "entitlement_workspace_id_contract_id_product_id_pk" PRIMARY KEY("workspace_id","contract_id","product_id")
);
--> statement-breakpoint
CREATE TABLE "product" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"sku" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "product_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "subject_key" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"wrapped_key" "bytea",
	"master_key_version" integer NOT NULL,
	"destroyed_at" timestamp with time zone,
	CONSTRAINT "subject_key_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "touchpoint" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"type" "touchpoint_type" NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"person_id" uuid,
	"contact_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"note" text,
	"next_planned_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "touchpoint_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "event_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"business_at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"actor_login_id" uuid,
	"actor_name" text NOT NULL,
	"via" text NOT NULL,
	"request_id" text,
	"case_type" text NOT NULL,
	"case_id" text NOT NULL,
	"account_id" uuid,
	"payload" json NOT NULL,
	CONSTRAINT "event_workspace_id_at_seq_pk" PRIMARY KEY("workspace_id","at","seq")
) PARTITION BY RANGE ("at");
--> statement-breakpoint
CREATE TABLE "account_health" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"value" smallint,
	"band" "score_band" NOT NULL,
	"coverage" real NOT NULL,
	"reasons" jsonb NOT NULL,
	"week_ago_value" smallint,
	"trend" text NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_health_workspace_id_account_id_pk" PRIMARY KEY("workspace_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "health_model" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"state" "health_model_state" NOT NULL,
	"rank" integer DEFAULT 0 NOT NULL,
	"definition" jsonb NOT NULL,
	"explanation" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" text,
	CONSTRAINT "health_model_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "health_override" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"value" smallint NOT NULL,
	"reason" text NOT NULL,
	"author_id" uuid NOT NULL,
	"author_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "health_override_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "health_score" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" date NOT NULL,
	"model_id" uuid NOT NULL,
	"value" smallint,
	"exact" double precision,
	"band" "score_band" NOT NULL,
	"coverage" real NOT NULL,
	"score" jsonb NOT NULL,
	"computed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "health_score_workspace_id_account_id_day_pk" PRIMARY KEY("workspace_id","account_id","day")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "login" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "login_email_key_unique" UNIQUE("email_key")
);
--> statement-breakpoint
CREATE TABLE "login_attempt" (
	"email_key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"workspace_id" uuid NOT NULL,
	"login_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"person_id" uuid,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_workspace_id_login_id_pk" PRIMARY KEY("workspace_id","login_id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"login_id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"kind" "workspace_kind" NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"currency" text DEFAULT 'USD' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "import_stage" (
	"workspace_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "import_stage_workspace_id_run_id_row_number_pk" PRIMARY KEY("workspace_id","run_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "rejected_row" (
	"workspace_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"row_number" integer NOT NULL,
	"cells" jsonb NOT NULL,
	"problems" jsonb NOT NULL,
	CONSTRAINT "rejected_row_workspace_id_run_id_row_number_pk" PRIMARY KEY("workspace_id","run_id","row_number")
);
--> statement-breakpoint
CREATE TABLE "source" (
	"workspace_id" uuid NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "source_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid,
	"complete_to" date,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sync_run" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source_id" integer NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"file_sha256" text,
	"mapping" jsonb NOT NULL,
	"state" "sync_run_state" NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"rows_read" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"skipped" integer DEFAULT 0 NOT NULL,
	"rejected" integer DEFAULT 0 NOT NULL,
	"signals" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "sync_run_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "cost_rate" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"hourly_cents" bigint NOT NULL,
	"currency" text NOT NULL,
	CONSTRAINT "cost_rate_workspace_id_person_id_valid_from_pk" PRIMARY KEY("workspace_id","person_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"job_function" "job_function" NOT NULL,
	"manager_id" uuid,
	"team_id" uuid,
	"fte" numeric(4, 2) DEFAULT '1' NOT NULL,
	"time_zone" text,
	"started_on" date,
	"ended_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "person_skill" (
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"skill_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"assessor_id" uuid,
	"assessed_on" date NOT NULL,
	CONSTRAINT "person_skill_workspace_id_person_id_skill_id_pk" PRIMARY KEY("workspace_id","person_id","skill_id")
);
--> statement-breakpoint
CREATE TABLE "skill" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	CONSTRAINT "skill_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "success_profile" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"version" integer NOT NULL,
	"segment" "segment",
	"goals" jsonb NOT NULL,
	"skills" jsonb NOT NULL,
	"language" text,
	"cadence_days" integer NOT NULL,
	"effort_hours_per_month" numeric(6, 2) NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "success_profile_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "team" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"segment" "segment",
	"region" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "measure" (
	"workspace_id" uuid NOT NULL,
	"id" integer GENERATED ALWAYS AS IDENTITY (sequence name "measure_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"label" text NOT NULL,
	"unit" text DEFAULT '' NOT NULL,
	"kind" "measure_kind" NOT NULL,
	"role" "measure_role" DEFAULT 'input' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "measure_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "signal" (
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"measure_id" integer NOT NULL,
	"day" date NOT NULL,
	"source_id" integer NOT NULL,
	"value" double precision,
	"value_text" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "signal_workspace_id_account_id_measure_id_day_source_id_pk" PRIMARY KEY("workspace_id","account_id","measure_id","day","source_id")
) PARTITION BY RANGE ("day");
--> statement-breakpoint
CREATE TABLE "saved_view" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scope" "view_scope" NOT NULL,
	"login_id" uuid NOT NULL,
	"page" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "account_workspace_id_slug_index" ON "account" USING btree ("workspace_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "account_workspace_id_external_id_index" ON "account" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "account_workspace_id_name_key_id_index" ON "account" USING btree ("workspace_id","name_key","id");--> statement-breakpoint
CREATE INDEX "account_workspace_id_owner_id_index" ON "account" USING btree ("workspace_id","owner_id");--> statement-breakpoint
CREATE INDEX "arr_movement_workspace_id_account_id_effective_on_index" ON "arr_movement" USING btree ("workspace_id","account_id","effective_on");--> statement-breakpoint
CREATE UNIQUE INDEX "contact_workspace_id_external_id_index" ON "contact" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "contact_workspace_id_account_id_index" ON "contact" USING btree ("workspace_id","account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "contract_workspace_id_external_id_index" ON "contract" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "contract_workspace_id_account_id_ends_on_index" ON "contract" USING btree ("workspace_id","account_id","ends_on");--> statement-breakpoint
CREATE UNIQUE INDEX "product_workspace_id_sku_index" ON "product" USING btree ("workspace_id","sku");--> statement-breakpoint
CREATE UNIQUE INDEX "touchpoint_workspace_id_external_id_index" ON "touchpoint" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE INDEX "touchpoint_workspace_id_account_id_happened_at_index" ON "touchpoint" USING btree ("workspace_id","account_id","happened_at");--> statement-breakpoint
CREATE INDEX "event_workspace_id_xid_seq_index" ON "event" USING btree ("workspace_id","xid","seq");--> statement-breakpoint
CREATE INDEX "event_workspace_id_account_id_at_index" ON "event" USING btree ("workspace_id","account_id","at");--> statement-breakpoint
CREATE INDEX "account_health_workspace_id_band_value_index" ON "account_health" USING btree ("workspace_id","band","value");--> statement-breakpoint
CREATE UNIQUE INDEX "health_model_workspace_id_name_version_index" ON "health_model" USING btree ("workspace_id","name","version");--> statement-breakpoint
CREATE INDEX "health_override_workspace_id_account_id_set_at_index" ON "health_override" USING btree ("workspace_id","account_id","set_at");--> statement-breakpoint
CREATE INDEX "login_attempt_email_key_at_index" ON "login_attempt" USING btree ("email_key","at");--> statement-breakpoint
CREATE INDEX "membership_login_id_index" ON "membership" USING btree ("login_id");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token_hash_index" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_login_id_index" ON "session" USING btree ("login_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_workspace_id_key_index" ON "source" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "sync_run_workspace_id_started_at_index" ON "sync_run" USING btree ("workspace_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "person_workspace_id_external_id_index" ON "person" USING btree ("workspace_id","external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "skill_workspace_id_name_index" ON "skill" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "success_profile_workspace_id_name_version_index" ON "success_profile" USING btree ("workspace_id","name","version");--> statement-breakpoint
CREATE INDEX "success_profile_workspace_id_segment_index" ON "success_profile" USING btree ("workspace_id","segment");--> statement-breakpoint
CREATE UNIQUE INDEX "team_workspace_id_name_index" ON "team" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE UNIQUE INDEX "measure_workspace_id_key_index" ON "measure" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "signal_workspace_id_measure_id_day_index" ON "signal" USING btree ("workspace_id","measure_id","day");--> statement-breakpoint
CREATE INDEX "saved_view_workspace_id_page_index" ON "saved_view" USING btree ("workspace_id","page");