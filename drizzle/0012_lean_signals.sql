DROP INDEX "signal_workspace_id_measure_id_day_index";--> statement-breakpoint
ALTER TABLE "signal_prior" ADD COLUMN "was_withdrawn" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "account_workspace_id_domain_index" ON "account" USING btree ("workspace_id","domain");