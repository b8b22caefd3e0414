"""A week brought in from the table a school already wrote: pasted, from Word, from Excel; looked at before anything is kept."""
